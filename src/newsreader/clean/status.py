"""What a cleaned page honestly is: the full text, a part of it, or a wall."""

import re
from collections.abc import Sequence

from newsreader.clean.metadata import Facts
from newsreader.model import ArticleStatus, count_words

_SHORT = 120
"""Words below which a body may be a notice and not an article."""

_STUB = 250
"""Words below which the text of an article that is sold is taken for its opening."""

_LONGEST_CONSENT = 500
_CONSENT_EVERY = 20
"""Words for each word of consent in a text that asks for it; an article about consent has fewer of them."""

_WALL_TITLE = re.compile(
    r"^\W*(?:(?:error )?(?:403|404|410|429|451|50[0234])\b|(?:page )?not found|page introuvable"
    r"|seite nicht gefunden|página no encontrada"
    r"|pagina non trovata|access (?:to this page has been )?denied|forbidden|just a moment|attention required"
    r"|are you (?:a )?(?:human|robot)|robot check"
    r"|security check|before you continue|consent|cookie (?:consent|settings|wall)|your privacy"
    r"|we value your privacy|one more step"
    r"|service unavailable|internal server error|too many requests|(?:an )?error(?: occurred)?$|oops"
    r"|subscribe to (?:read|continue)|pardon our interruption|human verification|pagina niet gevonden"
    r"|nie znaleziono strony|strony nie znaleziono|sidan hittades inte|siden blev ikke fundet|страница не найдена"
    r"|(?:log ?in|sign in|anmelden|einloggen|connexion|iniciar sesión|accedi|inloggen|logga in|zaloguj się)"
    r"(?:$| [|–—-] ))|\b404\b",
    re.IGNORECASE,
)
_WALL_TEXT = re.compile(
    r"(?:enable|activate|turn on|requires?|need) (?:your )?(?:browser['’]s )?(?:java ?script"
    r"|cookies)|java ?script (?:is |must be |to be )?(?:disabled|enabled|required|aktivier\w*)"
    r"|(?:activer|activez) (?:le )?javascript|javascript (?:aktivieren|activado|attivare)|habilit\w+ javascript"
    r"|accept (?:all )?cookies|we (?:and our (?:\d+ )?partners )?(?:use|store|process)\b.{0,60}cookies"
    r"|we value your privacy|consent to|zustimm\w+ (?:und|&) weiter|mit werbung weiterlesen"
    r"|cookies? (?:zustimmen|akzeptieren)|tout accepter|accepter (?:et|&) (?:fermer|continuer)"
    r"|aceptar (?:y|todas)|accetta (?:e|tutti)"
    r"|verif(?:y|ying) (?:that )?you are (?:a )?human|checking your browser|unusual traffic"
    r"|complete the captcha|press (?:&|and) hold|ad ?blocker"
    r"|page (?:you (?:are|were) looking for|you requested|cannot be found|could not be found"
    r"|not found|no longer exists|doesn['’]t exist)|seite (?:wurde )?nicht gefunden|access denied"
    r"|you don['’]t have permission"
    r"|page (?:demandée )?(?:est )?introuvable|no (?:se ha|hemos) (?:podido )?encontra\w+|temporarily unavailable"
    r"|something went wrong|aktivieren sie (?:bitte )?java ?script"
    r"|browser is (?:not supported|outdated|out of date)"
    r"|pa(?:gina|ge|gină) .{0,40}(?:bestaat niet|n['’]existe|non esiste|não existe)|strona.{0,40}nie istnieje"
    r"|(?:article|story|page|content)\b.{0,30} (?:has been|was|may have been) (?:removed|deleted)"
    r"|(?:article|story|page|content) is no longer available|us think you (?:were|are|might be) a bot"
    r"|not available in your (?:country|region|location)|from a country belonging to"
    r"|melden sie sich (?:bitte )?an|connectez-vous pour|inicia sesión para|log ?in to (?:your|view|continue)",
    re.IGNORECASE,
)
_COOKIE = re.compile(r"cookie", re.IGNORECASE)
_CONSENT = re.compile(
    r"cookie|consent|\bpartner|partenaire|\bsocios\b|terze parti|personal data|personenbezogen|données personnelles"
    r"|datos personales|dati personali|privacy|tracking|партн|identifiers"
    r"|accept|akzept|aceita|accetta|acept|zaakcept"
    r"|godk[äe]nn?|einstellung|voorkeur|ustawieni|preferências|inställning|indstilling|настройк|примите"
    r"|on (?:a|your) device",
    re.IGNORECASE,
)
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
    r"|forbeholdt abonnenter|bli abonnent|только для подписчиков|limit of free (?:articles|stories)",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:read more|weiterlesen|lire la suite|leer más)?\s*$", re.IGNORECASE
)


def judge(facts: Facts, title: str, text: str, page_text: str) -> ArticleStatus:
    """Return what ``text``, the body found on a page that shows ``page_text``, is.

    A wall is told by its own words, and only where little else is said: an article about cookies is none.
    """
    words = count_words(text)
    titled = _WALL_TITLE.search(title) or _WALL_TITLE.search(facts.document_title)
    if words < _SHORT and (titled or _WALL_TEXT.search(text if words else page_text)):
        return ArticleStatus.WALL
    if words < _LONGEST_CONSENT and _asks_for_consent(text, words):
        return ArticleStatus.WALL
    sold = _is_sold(facts)
    asked = _PAY.search(page_text) is not None
    if words == 0 or (words < 20 and (sold or asked)):
        return ArticleStatus.WALL
    told = _told_words(facts)
    if (
        told > 150 and words * 2 < told and (sold or asked or words < _STUB)
    ):  # some pages count other things as words
        return ArticleStatus.PARTIAL
    if words < _STUB and (sold or asked):
        return ArticleStatus.PARTIAL
    if (sold or asked) and _CUT_OFF.search(text):
        return ArticleStatus.PARTIAL
    return ArticleStatus.FULL


def is_wall(title: str, page_text: str) -> bool:
    """Tell whether a page without a body says that it is a wall."""
    return bool(_WALL_TITLE.search(title) or _WALL_TEXT.search(page_text) or _PAY.search(page_text))


def _asks_for_consent(text: str, words: int) -> bool:
    """Tell whether ``text`` speaks of cookies and of little else than leave to use them."""
    return _COOKIE.search(text) is not None and len(_CONSENT.findall(text)) * _CONSENT_EVERY >= words


def _is_sold(facts: Facts) -> bool:
    """Tell whether the page says that its article is not free; source: schema.org, isAccessibleForFree."""
    told: Sequence[object] = [node.get("isAccessibleForFree") for node in (facts.article, *facts.nodes)]
    if any(value is False or str(value).lower() in {"false", "http://schema.org/false"} for value in told):
        return True
    return facts.meta("article:content_tier", "content_tier").lower() in {"locked", "metered"}


def _told_words(facts: Facts) -> int:
    """Return how many words the page says its article has, 0 when it does not say."""
    body = facts.article.get("articleBody")
    count = facts.article.get("wordCount")
    said = int(count) if isinstance(count, int | str) and str(count).isdecimal() and len(str(count)) < 7 else 0
    return max(count_words(body) if isinstance(body, str) and "<" not in body else 0, said)
