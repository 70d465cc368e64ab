"""Which lines ask to pay for the rest, in the languages that most news is written in."""

import re

_LINE = 160
"""Characters of the longest line that is told by two words near each other; a sentence of an article is longer."""

_PAY = re.compile(
    r"subscri(?:be|ption|bers?)\b.{0,60}(?:continue|read|access|unlock|full|only|exclusive)"
    r"|(?:continue|keep) reading\b.{0,60}(?:subscri|account|free|sign|trial)|to (?:continue"
    r"|keep) reading|already (?:a|have a) subscri"
    r"|this (?:article|story|content) is (?:for|exclusive|only|reserved|available)|premium (?:content"
    r"|article)|unlock (?:this|the full)|read the full (?:article|story)|register (?:for free )?to (?:read"
    r"|continue)"
    r"|jetzt (?:weiterlesen|abonnieren|testen|freischalten)|(?:weiterlesen|lesen sie weiter) mit"
    r"|nur für abonnent|mit einem abo|bereits abonn|plus-artikel|"
    r"(?:article|contenu) (?:est )?réservé aux? abonn|réservé à nos abonnés|déjà abonné|s['’]abonner pour"
    r"|il vous reste .{0,12}% de cet article|contenido exclusivo|(?:solo|exclusivo) para suscriptores"
    r"|suscríbete para|contenuto riservato|riservato agli abbonati"
    r"|abbonati per|alleen voor abonnees|verder lezen|prenumerera för|logga in för att|tylko dla (?:prenumeratorów"
    r"|subskrybentów)|このつづき|有料会員|会員限定|exclusivo para assinantes|assine para (?:continuar|ler)"
    r"|forbeholdt abonnenter|bli abonnent|только для подписчиков|limit of free (?:articles|stories)"
    r"|free (?:articles?|stor(?:y|ies)) (?:left|remaining)"
)
"""Phrases that hardly stand elsewhere; for small letters, like all here: those are found five times as fast."""

_SUBSCRIBER = (
    r"\babon|suscriptor|suscríb|suscripci|abbona|prenumer|subskry|předpla|előfizet|συνδρομ|подписк|подписчик"
    r"|подпишит|передплат|підписк|\btilaaj|\btilaa\b|tilaukse|assinant|\bassine\b|assinatura|wykup dostęp"
    r"|բաժանորդ|구독|订阅|訂閱|付费|購読|有料会員|الاشتراك|اشترك|مشترك"
)
_READ = (
    r"\bles(?:en|er?)\b|weiterles|nur für|zugänglich|vollständig|\blire\b|la suite|réservé|intégral"
    r"|\bleer\b|leyendo|exclusiv"
    r"|(?:solo|sólo|soltanto|apenas|doar|alleen|bara|endast|kun|vain|tylko|jen|pouze|csak) |complet|legger"
    r"|riservat|esclusiv|\blees|\blezen|\bler\b|lendo|\bläs|\bhela |\blæs|\bhele |\blue |lukea|\bkoko "
    r"|czyta|pełn|\bčíst|\bčtěte|přečt|\bcel[ýé] |olvas|folytat|teljes|\bciti|integral|okuma|tamamı|özel"
    r"|διαβά|ολόκληρ|μόνο|чита|прочит|целиком|полност|только|доступ|повн|лише|тільки|կարդ|ամբողջ|միայն"
    r"|հասանելի|続き|全文|読|전문|읽|전용|阅读|閱讀|剩余|قراءة|لقراءة|بقية|كامل|فقط"
)
_BOTH = re.compile(rf"(?:{_SUBSCRIBER}).{{0,60}}(?:{_READ})|(?:{_READ}).{{0,60}}(?:{_SUBSCRIBER})")
"""Who may read, near what may be read: short lines of an article hardly say both."""

_PERHAPS = re.compile(_SUBSCRIBER.replace(r"\b", ""))
"""Without this there is no need to look for both."""


def asks(text: str) -> bool:
    """Tell whether one of the lines of ``text`` asks to pay for the rest."""
    text = text.lower()
    if _PAY.search(text):
        return True
    if not _PERHAPS.search(text):
        return False
    return any(len(line) <= _LINE and _BOTH.search(line) for line in text.splitlines())
