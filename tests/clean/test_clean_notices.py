"""The shortest notices, a line or two in many languages, are told for what they are."""

import pytest

from newsreader.clean import clean_page
from newsreader.model import ArticleStatus, CleanError

URL = "https://quay.example/news/park"
LEAD = "The council met on Tuesday evening to decide how the old harbour should be used after the ferries leave. "
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
FOOT = "<footer><p>© The Quay. All rights reserved. <a href='/terms'>Terms</a></p></footer>"

CONSENT = {
    "en": "We and our 842 partners store and access information on a device, such as cookies, and process personal "
    "data for advertising and content measurement. You may accept or reject all. They hold here only.",
    "en, long": "We value your privacy. " + "We and our partners use cookies to store and access information on a "
    "device, process personal data such as unique identifiers, and measure advertising and content performance. "
    * 6,
    "de": "Mit Werbung weiterlesen: Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen zu "
    "personalisieren. Sie können allen Cookies zustimmen oder ein Abo ohne Tracking abschließen.",
    "fr": "Avec votre accord, nos partenaires et nous utilisons des cookies pour stocker et lire des données "
    "personnelles comme votre visite sur ce site. Vous pouvez tout accepter ou continuer sans accepter.",
    "es": "Nosotros y nuestros socios utilizamos cookies para almacenar datos personales. Puede aceptar "
    "y continuar gratis o suscribirse para rechazar las cookies.",
    "it": "Noi e terze parti selezionate utilizziamo cookie. Puoi accettare tutti i cookie o "
    "abbonarti per rifiutare i cookie e continuare senza pubblicità.",
    "nl": "Wij en onze partners gebruiken cookies. Accepteer alle cookies of stel uw "
    "voorkeuren in om verder te gaan naar de site.",
    "pl": "My i nasi partnerzy używamy plików cookie do przechowywania informacji. Przejdź do serwisu "
    "i zaakceptuj wszystkie lub zmień ustawienia.",
    "pt": "Nós e os nossos parceiros usamos cookies para armazenar informações. Pode aceitar todos os cookies ou "
    "gerir as suas preferências de privacidade.",
    "sv": "Vi och våra partner använder cookies för att lagra information på din enhet. Godkänn alla cookies eller "
    "ändra dina inställningar.",
    "da": "Vi og vores partnere bruger cookies til at gemme oplysninger på din enhed. Accepter alle cookies eller "
    "vælg dine indstillinger.",
    "ru": "Мы и наши партнёры используем файлы cookie для хранения информации. Примите все файлы cookie или "
    "измените настройки.",
}
PAY = {
    "en": "Subscribe to continue reading this article and get unlimited access.",
    "en, account": "To keep reading, create a free account or sign in. Already a subscriber? Log in.",
    "en, gift": "This article is for subscribers only. Unlock the full story for one euro.",
    "en, left": "You have reached your limit of free articles this month. Subscribe now for full access.",
    "de": "Dieser Artikel ist nur für Abonnenten. Jetzt weiterlesen mit einem Abo.",
    "de, plus": "Sie lesen einen Plus-Artikel. Jetzt testen und alle Artikel lesen. Bereits Abonnent?",
    "fr": "Cet article est réservé aux abonnés. Il vous reste 85 % de cet article à lire.",
    "es": "Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.",
    "it": "Contenuto riservato agli abbonati. Abbonati per continuare a leggere.",
    "nl": "Dit artikel is alleen voor abonnees. Verder lezen? Neem een abonnement.",
    "sv": "Prenumerera för att läsa hela artikeln. Logga in för att fortsätta.",
    "pl": "Artykuł dostępny tylko dla prenumeratorów. Zaloguj się, aby czytać dalej.",
    "pt": "Conteúdo exclusivo para assinantes. Assine para continuar lendo.",
    "ja": "この記事は有料会員限定です。残り1200文字。",
}
SHELLS = {
    "script": "<div id='root'></div><script>boot()</script>",
    "enable": "<div id='app'></div><noscript>You need to enable JavaScript to run this app.</noscript>",
    "enable, shown": "<p>Please enable JavaScript and cookies to continue.</p>",
    "enable, de": "<p>Bitte aktivieren Sie JavaScript in Ihrem Browser, um diese Seite zu sehen.</p>",
    "enable, fr": "<p>Veuillez activer JavaScript dans votre navigateur pour afficher cette page.</p>",
    "enable, es": "<p>Debe habilitar JavaScript en su navegador para ver esta página.</p>",
    "loading": "<div class='spinner'><p>Loading…</p></div>",
    "menu": MENU + "<main></main>" + FOOT,
    "empty paragraphs": "<article><p> </p><p>&nbsp;</p></article>",
    "nothing": "",
    "adblock": "<h1>Ad blocker detected</h1><p>Please disable your ad blocker to read this site.</p>",
    "browser": "<p>Your browser is not supported. Please upgrade your browser to view this site.</p>",
}
ERRORS = {
    "404 Not Found": "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>",
    "Page not found | The Quay": "<h1>Sorry</h1><p>The page you are looking for no longer exists.</p>",
    "The Quay": "<h1>404</h1><p>We couldn't find the page you requested. Try our front page or the search.</p>",
    "Seite nicht gefunden": "<p>Leider gibt es die gewünschte Seite nicht mehr.</p>",
    "Page introuvable": "<p>La page que vous demandez est introuvable ou a été déplacée.</p>",
    "Página no encontrada": "<p>No hemos podido encontrar la página que busca.</p>",
    "Pagina non trovata": "<p>La pagina che cerchi non esiste o è stata spostata.</p>",
    "Pagina niet gevonden": "<p>De pagina die u zoekt bestaat niet of is verplaatst.</p>",
    "Nie znaleziono strony": "<p>Strona, której szukasz, nie istnieje lub została przeniesiona.</p>",
    "500 Internal Server Error": "<h1>Internal Server Error</h1><p>The server met an unexpected condition.</p>",
    "503 Service Unavailable": "<p>The server is temporarily unavailable. Please try again later.</p>",
    "Something went wrong": "<p>Something went wrong on our side. Please try again in a few minutes.</p>",
    "Article expired": "<p>This article is no longer available. It may have been removed or has expired.</p>",
    "Gone": "<h1>410 Gone</h1><p>The story you are looking for has been removed.</p>",
}
GUARDS = {
    "Just a moment...": "<p>quay.example needs to review the security of your connection before proceeding.</p>",
    "Checking your browser": "<p>Verifying you are human. This may take a few seconds.</p>",
    "Are you a robot?": "<p>To continue, please click the box below to let us know you're not a robot.</p>",
    "Security check": "<p>Our systems have detected unusual traffic from your computer network.</p>",
    "quay.example": "<p>Please complete the captcha below to prove that you are a human and not a bot.</p>",
    "Access denied": "<p>You don't have permission to access this resource. Reference 18.2f3a1402.1679.</p>",
    "403 Forbidden": "<h1>Forbidden</h1><p>Request blocked by the firewall.</p>",
    "429 Too Many Requests": "<p>You have sent too many requests in a given amount of time.</p>",
    "Pardon our interruption": "<p>Something about your browser made us think you were a bot.</p>",
    "Human verification": "<p>Press and hold the button to confirm you are a human and not a bot.</p>",
    "Not available in your region": "<p>We're sorry, this content is not available in your country or region.</p>",
    "451: Unavailable for legal reasons": "<p>We recognise you are trying to access this website from a country "
    "belonging to the European Economic Area, and therefore access cannot be granted at this time.</p>",
    "Log in": "<h1>Log in</h1><form><p>Please log in to your account to view this page.</p></form>",
    "Sign in | The Quay": "<h1>Sign in</h1><p>Sign in or create a free account to read The Quay.</p>",
    "Anmelden": "<h1>Anmelden</h1><p>Bitte melden Sie sich an, um diesen Inhalt zu sehen.</p>",
}


def status_of(body: str, title: str = "Harbour to become a park", head: str = "") -> ArticleStatus | None:
    """Return the status of a page, None for one that cannot be read as an article at all."""
    page = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    try:
        return clean_page(page.encode(), URL).status
    except CleanError:
        return None


@pytest.mark.parametrize("told", CONSENT.values(), ids=CONSENT)
def test_a_consent_page_is_a_wall(told: str) -> None:
    body = f"{MENU}<main><h1>The Quay</h1><div><p>{told}</p></div><button>OK</button></main>{FOOT}"
    assert status_of(body, "The Quay") is ArticleStatus.WALL


@pytest.mark.parametrize("told", PAY.values(), ids=PAY)
@pytest.mark.parametrize("lead", [0, 1, 6])
def test_the_opening_of_a_sold_article_is_never_the_whole(told: str, lead: int) -> None:
    opening = "".join(f"<p>Part {i}: {LEAD}</p>" for i in range(lead))
    article = f"<h1>Harbour to become a park</h1>{opening}<div class='paywall'><p>{told}</p></div>"
    body = f"{MENU}<article>{article}</article>{FOOT}"
    assert status_of(body) in ({ArticleStatus.PARTIAL, ArticleStatus.WALL} if lead else {ArticleStatus.WALL, None})


@pytest.mark.parametrize("body", SHELLS.values(), ids=SHELLS)
def test_a_shell_without_text_is_no_article(body: str) -> None:
    assert status_of(body) in {ArticleStatus.WALL, None}


@pytest.mark.parametrize(("title", "body"), (ERRORS | GUARDS).items(), ids=ERRORS | GUARDS)
def test_errors_and_guards_are_walls(title: str, body: str) -> None:
    assert status_of(MENU + f"<main>{body}</main>" + FOOT, title) in {ArticleStatus.WALL, None}
    assert status_of(body, title) in {ArticleStatus.WALL, None}
