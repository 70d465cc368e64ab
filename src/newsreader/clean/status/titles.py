"""Titles and headings that say that a page is a wall, in the languages that most news is written in."""

import re
from collections.abc import Iterable

from newsreader.model import Wall


def _starting(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(phrases)})", re.IGNORECASE)


_TITLES = {
    Wall.MISSING: _starting(
        r"(?:error|fehler|erreur|errore|błąd|erro|fel|fejl|feil|chyba|hiba|hata|ошибка|помилка)?\W*(?:404"
        r"|410)\b",
        r"(?:sorry\W+|oops\W+)?(?:(?:the|this|that) )?(?:page|story|article|content) (?:you .{3,40} )?"
        r"(?:was |is |has been |has |could |can ?|does )?(?:not|n['’]t|no longer|cannot|removed|expired"
        r"|deleted|unavailable)\b",
        r"(?:we )?(?:can['’]?t|cannot|could ?n['’]t|could not) find (?:that|the|this|your) (?:page|story"
        r"|article)",
        r"not found\b|no results\b|nothing (?:was )?found|gone$|410\b|oops\b|whoops\b",
        r"(?:diese )?(?:seite|artikel) (?:wurde )?nicht (?:gefunden|vorhanden|verfügbar)|(?:der |dieser "
        r"|das )?(?:artikel|beitrag|inhalt) ist nicht mehr|diese seite (?:gibt|existiert)",
        r"page (?:non trouvée|introuvable)|cette page n['’]|oups\b|p[áa]gina no encontrada|esta página no"
        r"|no (?:hemos )?encontra",
        r"pagina (?:non trovata|niet gevonden|nu a fost)|p[áa]gina n[ãa]o encontrada|deze pagina (?:bestaat"
        r"|kunnen)",
        r"(?:nie znaleziono|strony? nie) |sidan (?:hittades|kunde) |siden (?:blev |ble )?(?:ikke|findes"
        r"|finnes)|fant ikke",
        r"vi kan(?: desværre)? ikke finde|sivua ei|stránka (?:nenalezena|neexistuje|nebyla)|az oldal nem"
        r"|sayfa bulunamadı",
        r"η σελίδα δεν|(?:такой )?страниц[аы] (?:не|нет)|сторінк[уа] не|էջը չի|ページが見つかり"
        r"|お探しのページ|페이지를 찾을|(?:页面|頁面)不存在|找不到|الصفحة غير",
    ),
    Wall.ERROR: _starting(
        r"(?:error )?50[0234]\b|service (?:temporarily )?unavailable|(?:internal )?server error|bad gateway",
        r"gateway time|(?:an )?error(?: occurred)?$|something (?:went wrong|broke)|(?:down for |under "
        r"|scheduled )?maintenance",
        r"(?:we['’]ll be )?(?:right )?back soon|we['’]ll be right back|wartungsarbeiten|site en maintenance"
        r"|en mantenimiento",
        r"error establishing a database|runtime error|too many requests|429\b",
    ),
    Wall.GUARD: _starting(
        r"(?:error )?(?:403|451|429)\b|access (?:to this page has been )?denied$|access to this page"
        r"|forbidden$|just a moment(?:\W*$|\.\.\.)",
        r"attention required|are you (?:a )?(?:human|robot|person)|robot check|security check|one more step",
        r"pardon our interruption|(?:human )?verification\b|verify(?:ing)? (?:that )?you|checking your browser",
        r"(?:sorry, )?you have been blocked|unavailable (?:due to|for) legal|you are (?:now )?in line"
        r"|not available in your",
        r"sicherheits(?:überprüfung|check)|vérification|安全验证",
    ),
    Wall.CONSENT: _starting(
        r"(?:before you continue|consent|cookies?(?: (?:consent|settings|wall|policy|notice))?"
        r"|(?:we value )?your privacy"
        r"|accept or subscribe|privacy (?:settings|center|notice)|datenschutz(?:einstellungen)?"
        r"|gestion des cookies)\W*(?:$|[|–—-] )"
    ),
    Wall.LOGIN: _starting(
        r"(?:log ?in|sign in|anmelden|einloggen|login|connexion|iniciar sesión|accedi|inloggen|logga in"
        r"|logg inn|log ind"
        r"|zaloguj się|přihlášení|вход|ログイン|로그인|登录)\b(?:\s*$|\s*[|–—-] | to (?:continue|read))",
        r"newsletters?\W*$|register to |altersprüfung|age (?:check|verification)",
    ),
    Wall.PAY: _starting(
        r"subscribe (?:to|for|now|today)\b(?: read| continue"
        r"|\W*$)|subscribe to the \w+\W*$|subscri(?:be|ptions?)\W*$"
        r"|choose your (?:plan|subscription)|(?:abo"
        r"|abonnement)s?\W*$"
    ),
    Wall.SCRIPT: _starting(
        r"redirecting\b|loading\W*$|(?:enable |please enable )?javascript (?:is )?(?:required|disabled|$)",
        r"(?:your )?browser (?:is )?(?:not supported|out of date|outdated)|ad ?blocker detected",
    ),
}

_LEGAL = re.compile(
    r"^\W*(?:(?:general )?terms (?:of (?:use|service|sale)|and conditions|& conditions)|(?:privacy|cookie) policy"
    r"|privacy (?:statement|notice)|legal notice|imprint|nutzungsbedingungen|agb|impressum|datenschutz(?:erklärung"
    r"|hinweise?)?|allgemeine geschäftsbedingungen|mentions légales|conditions générales[\w’' ]*"
    r"|politique de (?:confidentialité|cookies)|aviso legal|política de (?:privacidad|privacidade|cookies)"
    r"|(?:términos|condiciones) (?:de uso|y condiciones)|note legali|informativa (?:sulla )?privacy"
    r"|termini e condizioni|algemene voorwaarden|gebruiksvoorwaarden|privacy(?:verklaring|beleid)|cookiebeleid"
    r"|regulamin(?: serwisu)?|polityka (?:prywatności|cookies)|termos de uso|användarvillkor|integritetspolicy"
    r"|brugsvilkår|privatlivspolitik|personvernerklæring|käyttöehdot|tietosuoja(?:seloste|lauseke)"
    r"|podmínky (?:užití|používání)|(?:zásady )?ochran[ay] osobních údajů|adatvédelmi (?:nyilatkozat|tájékoztató)"
    r"|felhasználási feltételek|impresszum|termeni și condiții|politica de confidențialitate|kullanım koşulları"
    r"|gizlilik politikası|όροι χρήσης|πολιτική απορρήτου|пользовательское соглашение"
    r"|політика конфіденційності|политика конфиденциальности|правила користування|օգտագործման պայմաններ"
    r"|利用規約|プライバシーポリシー|이용약관|개인정보 ?처리방침|隐私政策|隱私權政策|(?:用户|使用)(?:协议|条款)"
    r"|الشروط والأحكام|سياسة الخصوصية)\W*(?:$|[|–—-] )",
    re.IGNORECASE,
)
"""The names of a publisher's own papers, each of which is the whole of a title."""


def is_legal(titles: Iterable[str]) -> bool:
    """Tell whether one of ``titles`` names the terms, the imprint or the privacy policy of a site."""
    return any(map(_LEGAL.search, titles))


def wall_in_title(titles: Iterable[str]) -> Wall | None:
    """Return the kind of wall that one of ``titles``, a page's own and its headings, says it is; None for none."""
    told = [title for title in titles if title]
    for wall, pattern in _TITLES.items():
        if any(map(pattern.search, told)):
            return wall
    return None
