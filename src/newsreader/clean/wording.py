"""How news pages phrase what is not the article, in the languages that most of them are written in."""

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


READ_MORE = _any(
    r"^\W*(?:read|see|watch|listen|learn|find out|discover|view|click|related|also|more|recommended"
    r"|don['’]?t miss|must read"
    r"|lesen sie|lesen sie auch|mehr|mehr zum thema|lire|lire aussi|à lire|leer|lee también"
    r"|le puede interesar|leggi anche"
    r"|leia|veja também|lees ook|læs også|les også|läs (?:även|också|mer)|lue myös|czytaj|zobacz"
    r"|čtěte|читайте|weiterlesen"
    r"|zum thema|interview|hintergrund|関連|延伸閱讀|相关阅读|बढ़ें|oku|ayrıca)\b"
)
SIGN_UP = _any(
    r"subscri|newsletter|sign[ -]?up|inbox|log ?in\b|register\b|\bmember|abonn|anmeld|inscri"
    r"|inschrijv|iscriviti|suscr|подпис|subskry"
)
SHARE = _any(
    r"\bshare\b|facebook|twitter|whatsapp|pinterest|linkedin|instagram|follow us|telegram|e-?mail this"
    r"|teilen|partager|compartir|condividi"
)
ADVERT = _any(r"advert|sponsored|\bpromo|affiliate|commission|\banzeige\b|werbung|publicit|reklam|annonse|annons\b")
BYLINE = _any(
    r"^(?:by|von|par|por|di|text|door|av|af|words by|written by|story by|text von)\b[:\s]\s*\S+",
    r"^(?:updated|published|posted|last|stand|veröffentlicht|aktualisiert|publié|mis à jour"
    r"|publicado|actualizado|pubblicato)\b",
)
DATELINE = _any(
    r"\bmin(?:ute)?s? read|\b(?:hours?|days?|minutes?) ago|\d{1,2}[:.h]\d\d|\b(?:19|20)\d\d\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin"
    r"|juil|août|déc|ene|abr|ago|dic)"
    r"|\d年|\d月"
)
TAGS = _any(
    r"^\W*(?:tags?|topics?|filed under|categor|schlagw|themen|source|sources|quelle|keywords?"
    r"|mots[- ]cl|etiquetas|temas)\b\s*:?"
)
BIO = _any(
    r"reporting by|editing by|\bis an? (?:[\w-]+ ){0,6}(?:reporter|writer|editor"
    r"|correspondent|journalist|columnist|author)\b"
    r"|about the author|contributed to this|follow (?:him|her|them|us) on|\bcan be reached at"
    r"|additional reporting|newsroom@"
)
END_OF_SENTENCE = re.compile(r"[.!?…。！？؟।][\"”’'»)\]」』›]*$|[:;\"”»]$")

EMBED_CONSENT = _any(
    r"extern(?:e|en|er)? inhalte?\b|personenbezogene daten|privatsphäre-einstellungen"
    r"|ein klick für den datenschutz",
    r"(?:externe|empfohlener) redaktionelle[rn]? inhalt|contenu (?:externe|bloqué)|contenido externo",
    r"(?:view|show|load|see|display) (?:this )?(?:external |embedded )?(?:content|tweet|post)\b.{0,60}(?:cookie"
    r"|consent|third)",
    r"this (?:content|video|article contains content) (?:is )?(?:provided|hosted) by|accept cookies to",
)
PAY_LINE = _any(
    r"il vous reste|réservée? aux abonné|有料(?:記事|会員)|会員限定|(?:to|and) (?:continue|keep) reading"
    r"|already a subscriber",
    r"jetzt weiterlesen|nur für abonnent|suscríbete para|riservato agli abbonati|alleen voor abonnees"
    r"|unlock this article",
)
FOLLOW = _any(
    r"^\W*(?:follow|like this story|join us on|join our|get the latest|get our|sign up|subscribe"
    r"|download (?:the|our) app)\b",
    r"(?:google news|whatsapp[- ]?(?:channel|kanal)|preferred source|newsletter|breaking news (?:emails?|alerts?))",
)
NOTICE = _any(
    r"^\W*(?:disclaimer|disclosure|correction|editor['’]s note|note from|\(?this (?:story|article"
    r"|post|document|content|website))\b",
    r"^\W*(?:©|\(c\)|copyright)|all rights reserved|views expressed|do(?:es)? not necessarily reflect"
    r"|affiliate (?:link|commission)",
    r"earn (?:a|an affiliate) commission|may not be (?:reproduced|published)|informational purposes only|citation:",
)
