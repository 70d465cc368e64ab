"""What notices speak of, by kind: beginnings of words, in the languages that most news is written in.

A line or more for each language or family of them, beginnings parted by commas; one of several words names all
but the last of them in full. None alone makes a notice; it is how thick they stand.
"""

CONSENT = """
    cookie, consent, personali, tracking, tracker, track you, vendor, advertis, ads, ad partner, our partner,
    identifier, your device, a device, your preference, your choice, your privacy, privacy, gdpr,
    legitimate interest, processing, personal data, geolocation, data retention, profile, audience, purpose,
    third parties, limited data, non precise, information about you, other information, your activity,
    your interactions, stored, users, content performance, data sets, similar online
    einwillig, zustimm, datenschutz, werbung, werbe, anzeigen, trackern, personenbezogen, privatsphäre,
    akzeptier, endgerät, ihrem gerät, widerruf, einstellungen, interessen, partner verarbeiten, unsere partner,
    pur abo, datenverarbeit, verarbeitungszweck, gespeichert oder abgerufen, kennungen, informationen auf,
    zielgruppe, berechtigtes interesse, anbieter, profil, speicherdauer
    traceur, consentement, votre accord, partenaires, vos données, données, publicit, confidentialité,
    accepter, refuser, personnalis, légitime, vos choix
    consentimiento, aceptar, privacidad, publicidad, socios, colaboradores, dispositivo, datos personales,
    oposición, personalizad, rechazar, interés legítimo,
    almacenar, identificador, tratamiento de datos, anuncios, interactúa, datos limitados, tu ubicación
    consenso, accetta, riservatezza, pubblicit, profilazione, fornitori, tracciamento, dati personali,
    preferenze, terze parti, revocare
    toestemming, advertentie, accepteer, weiger, gegevens, voorkeur, derden, instellingen
    zgod, partner, danych osobowych, prywatnoś, zaakceptuj, ustawieni, profilowani, reklam, przetwarza,
    ciasteczk, plików
    consentimento, aceitar, privacidade, publicidade, parceiros, dados pessoais, tratamento, preferências
    samtycke, personuppgift, integritet, annons, godkänn, samarbetspartner, inställning, anpassat innehåll,
    enhet
    samtykke, personoplysning, markedsføring, annonce, acceptere, indstilling, personvern, informasjonskaps,
    godta, leverandører, tilpass
    eväste, suostumu, henkilötie, yksityisyy, mainon, hyväksy, kumppani, asetuksia
    souhlas, osobních údaj, reklam, soukromí, přijmout, nastavení, předvol
    süti, adatvédel, személyes adat, hirdetés, elfogad, hozzájárul, beállítás
    confidențialitate, date cu caracter, reclame, accepta, consimțământ, preferințe, dispozitivul
    çerez, gizlili, kişisel veri, reklam, onay, tercih, iş ortaklar, izin ver
    απόρρητ, ιδιωτικότητ, προσωπικά δεδομένα, διαφημίσ, αποδεχ, συγκατάθεσ, ρυθμίσεις, συνεργάτες, συναιν
    конфиденциальн, персональн, соглас, рекламы, партнёр, партнер, настройк, примите, принять, файлы, обработк
    приватн, згод, персоналізован, реклам, налаштуван, файли, обробля
    クッキー, 同意, 設定, 閲覧, 第三者, 個人データ, 個人情報, プライバシ, 広告, 端末, 쿠키, 동의, 개인정보,
    광고, 隐私, 个人数据,
    广告, 偏好, 隱私, 廣告
    ملفات تعريف, الخصوصية, الموافقة, بياناتك, الإعلانات
"""

PAY = """
    subscri, unlock, sign up, free trial, trial, charged, unlimited, cancel any, cancel at any, billed, a month,
    per month, newsletter, inbox, join today, member, digital access, full access, free articles, free article,
    keep reading, continue reading, read on, plan, paying, plus article, free preview, readers like you,
    right for you, our newsroom, our journalis, our reporting, our reporters
    abo, abonn, kündbar, monatlich, im monat, im ersten monat, kostenlos, weiterlesen, testen, freischalt,
    mitglied, danach, pro monat, jetzt lesen, digitalzugang
    illimité, sans engagement, résiliable, la suite, réservé, l offre, par mois, premier mois, offrez
    suscri, suscrip, hazte socio, cancela, seguir leyendo, acceso ilimitado, al mes, primer mes, exclusivo
    abbona, disdici, al mese, primo mese, riservato, continua a leggere, senza limiti
    onbeperkt, opzeg, verder lezen, per maand, eerste maand, lid worden, dit artikel lezen
    subskrypc, prenumer, dostęp, bez ogranicz, pierwszy miesiąc, czytaj dalej, przeczytasz z, kup
    assin, acesso ilimitado, primeiro mês, por mês, continuar lendo, cancele
    bindningstid, läsa vidare, första månaden, lås upp, hela artikeln
    adgang, opsig, første måned, læs videre, bindning, tilgang, hele saken, kjøp, avslutt når, les videre,
    binding
    tilaaj, tilaa, tilaus, ensimmäinen kuukausi, rajaton, jatka lukemista, tilaaminen
    předplat, neomezen, první měsíc, přístup, číst dál
    előfizet, korlátlan, folytatás, hozzáférés
    abonament, acces nelimitat, abonaț, prima lună
    abone, okumaya devam, sınırsız, özeldir
    συνδρομ, απεριόριστ, πρόσβαση, συνέχεια
    подписк, подписчик, читать дальше, подписат, оформит, отменить, первый месяц, без ограничен
    передплат, підписк, без обмежень, читати далі
    会員, 購読, 初月無料, 有料, 続きを, 無料, 解約, 구독, 유료, 회원, 제한 없이, 订阅, 会员, 付费, 全文, 專享,
    訂閱
    اشترك, مشترك, للمشتركين, باشتراك, المشتركين, مواصلة القراءة, الاشتراك
"""

LOGIN = """
    log in, login, logging in, sign in, signed in, register, account, password, e mail address, email address,
    forgot, forgotten, create an, welcome back, your age, years old, eighteen, adults, over 18, app, the app,
    app store, google play, download, spam, unsubscribe
    anmeld, melden sie sich, einlog, registrier, passwort, konto, e mail adresse, willkommen, volljährig,
    dein alter, erwachsene, app laden
    connexion, connect, inscri, mot de passe, compte, adresse e mail, identifi
    inicia sesión, iniciar sesión, contraseña, cuenta, regístrate, registr, correo electrónico
    accedi, password, registrati, account, indirizzo email
    inloggen, wachtwoord, registreer, logg inn, log ind, logga in, lösenord, adgangskode, passord, konto,
    kirjaudu, salasan
    zaloguj, hasł, konto, zarejestruj, przihlas, přihlas, heslo, účet, jelentkez, belép, jelszó, fiók
    autentific, parol, cont nou, giriş yap, şifre, üye ol, συνδεθείτε, σύνδεση, κωδικ, λογαριασμ
    войдите, войти, пароль, зарегистр, аккаунт, увійдіть, увійти, зареєстр, entrar, faça login, senha
    ログイン, 会員登録, パスワード, 로그인, 비밀번호, 登录, 密码, 注册, 登入, سجّل الدخول, تسجيل الدخول,
    كلمة المرور
"""

SCRIPT = """
    javascript, java script, browser, enable, enabled, disable, disabled, turned off, turn it on, switch it on,
    ad blocker, adblock, blocker, plugin, reload, refresh, loading, please wait, works best, does not work,
    supported, upgrade, out of date, newer, vpn, allow ads, redirect, settings
    browsers, aktivier, deaktivier, neu laden, laden sie, einstellungen ihres, wird benötigt, unterstützt,
    aktualisieren, weitergeleitet
    navigateur, activer, désactiver, recharge, bloqueur, nécessite, fonctionner, paramètres
    navegador, actív, desactív, habilita, bloqueador, recarga, cargando, necesita, anuncios
    abilita, disattiva, disabilita, ricarica, caricamento, bloccante, schakel, herlaad, laden, adverteerders
    przeglądark, włącz, wyłącz, odśwież, obsługi, wymaga, blokowani
    ative, desative, recarregue, carregando, webbläsar, aktiver, ladda om, selaime, käytöstä, päälle, indlæs,
    nettleser, laster
    prohlížeč, zapněte, vypněte, böngész, engedélyezze, kapcsolja, activați, dezactivați, tarayıcı,
    etkinleştir, devre dışı
    πρόγραμμα περιήγησης, ενεργοποι, απενεργοπο, браузер, включит, включить, отключит, загрузка, увімкн, вимкн
    ブラウザ, 有効に, 無効, 読み込み, 再読み込み, 브라우저, 활성화, 사용 설정, 로딩, 浏览器, 启用, 加载,
    瀏覽器, 啟用, المتصفح, تفعيل
"""

MISSING = """
    404, 410, not found, can t find, cannot find, could not find, couldn t find, cannot be found,
    could not be found, nothing at this address, no longer available, not available, no longer exist,
    does not exist,
    doesn t exist, isn t here, not here, mistyped, the address, this address, old link, a link, the link,
    the page, that page, this page, page, expired, has been removed, was removed, been deleted, taken down,
    been moved, front page, homepage, home page, our search, the search, bookmark, spelling, url, requested,
    no results, your search, this domain, no longer updated, oops, sorry, looking for, our print,
    back copies, back issues
    nicht gefunden, gibt es nicht, nicht mehr, existiert nicht, die seite, diese seite, startseite, gewünschte,
    suche, gelöscht, verschoben, abgelaufen, leider, verfügbar, suchen
    introuvable, plus disponible, ce contenu, plus en ligne, excuses, n existe plus, n existe pas, cette page,
    la page, accueil,
    erronée, a été supprimé, a été déplacé, oups, demandez, l adresse, recherch
    no encontrad, no existe, la página, esta página, portada, buscador, que busca, lo sentimos,
    ha cambiado de dirección, eliminad, error,
    ya no está, no está disponible, dejado de estar, caducad, retirad, hemeroteca, disculpas, molestias,
    sentimos
    non trovat, non esiste, la pagina, homepage, richiesta, non è disponibile, spostata, rimoss, la ricerca,
    spiace, scadut, scusiamo,
    ops
    niet vinden, niet gevonden, bestaat niet, deze pagina, de pagina, voorpagina, klopt het adres, verwijderd,
    verplaatst, homepagina, helaas, excuses
    nie znalez, nie istnieje, nie możemy znaleźć, stron, przeniesion, usunięt, szukasz, adres, błąd, ups,
    niedostępn, przeprasz
    não encontrad, não existe, página, página inicial, endereço, foi removid, procura, que você, desculp,
    expirou, indisponível
    hittades inte, inte hittas, sidan, startsidan, finns inte, tagits bort, flyttats, felaktig, länken, ursäkt,
    tyvärr, utgått
    ikke finde, ikke fundet, findes ikke, siden, forsiden, leder efter, fant ikke, finnes ikke, leter etter,
    er flyttet, søk, søge, beklag, desværre, udløbet
    ei löyt, sivua, sivun, etusivu, etsimä, siirretty, ei ole olemassa, poistettu, pahoittel, vanhentun
    nenalezen, nenašli, neexistuje, stránk, titulní, přesunut, požadovan, vyhledáv, smazán, adres, omlouv,
    bohužel, vyprš
    nem található, nem létezik, az oldal, keresett, címlap, eltávolít, főoldal, sajnál, elnézés, lejárt
    nu a fost găsit, nu mai există, nu există, pagina, prima pagină, a fost mutat, căutați, ștears, scuze,
    din păcate, expirat
    bulunamadı, sayfa, aradığınız, kaldırıl, adresi, ana sayfa, mevcut değil, silin, üzgünüz, özür, süresi dol
    δεν βρέθηκε, δεν υπάρχει, σελίδα, αρχική, ζητήσατε, μετακινηθεί, αναζήτησ, λυπούμα, δυστυχώς, συγγνώμη, έληξε
    не найден, страниц, такой страницы, не существует, удален, удалён, главную, в адресе, ошиб, поиском, поиск,
    сожалению, извин, устарел, недоступ
    не знайдено, сторінк, не існує, видалено, на головну, адресу, помилк, неправильно, на жаль, вибач,
    застаріл, недоступн
    չի գտնվել, էջ, գլխավոր էջ, գոյություն չունի, տեղափոխվ, փնտր, ցավոք, հեռացվ
    見つかりません, ページ, 削除, トップページ, 掲載を終了, 公開期間, ご覧いただけません, お探し, 移動, 申し訳,
    ご不便, 掲載期間,
    찾을 수 없습니다, 페이지, 삭제, 홈으로, 변경, 요청하신, 죄송, 불편, 만료
    不存在, 页面, 首页, 地址有误, 已被删除, 访问, 頁面, 首頁, 找不到, 抱歉, 过期, 下线, الصفحة, غير موجودة,
    حذف, الرئيسية, تبحث, عذرا, نأسف, نعتذر
"""

ERROR = """
    error, server, internal, gateway, timeout, time out, timed out, unavailable, maintenance, temporar,
    try again, be right back, back soon, went wrong, broke, engineers, administrator, webmaster, database,
    connection, cache, backend, misconfigur, log, configuration, your request, critical, technical, overloaded,
    we can handle, patience, inconvenience, apologi
    wartung, fehler, nicht erreichbar, derzeit, noch einmal, später, gleich zurück, störung, minuten
    erreur, serveur, réessay, indisponible, maintenance, plus tard
    error interno, servidor, mantenimiento, inténtalo, más tarde, no disponible, errore, manutenzione, riprova,
    più tardi
    fout, onderhoud, probeer, later opnieuw, storing, serwer, przerwa techniczna, spróbuj, później, erro,
    manutenção, tente novamente
    fel, försök igen, underhåll, fejl, prøv igen, vedligehold, feil, vedlikehold, virhe, yritä, huolto
    chyba, údržb, zkuste, později, hiba, karbantart, próbálja, eroare, mentenanță, încercați, hata, bakım,
    tekrar deneyin
    σφάλμα, συντήρησ, προσπαθήστε, ошибк, сервер, техническ, попробуйте, позже, помилка, технічн, спробуйте,
    пізніше
    エラー, メンテナンス, しばらく, もう一度, 오류, 점검, 다시 시도, 错误, 维护, 请稍后, 錯誤, 維護, خطأ,
    الصيانة, المحاولة
"""

GUARD = """
    robot, bot, human, captcha, verif, security, blocked, denied, permission, ray id, reference, unusual,
    traffic, your network, ip address, tick the box, press and hold, proceed, in line, queue, wait, access,
    region, licens, country, not available in, restrict, a person, activity, checking, attacks, legal reasons,
    european economic, european countries, our website, eu market, browsing
    roboter, mensch, überprüf, sicherheit, prüfen, augenblick, zugriff, gesperrt, verweigert, bestätige
    vérifi, réseau, votre pays, pas disponible, inhabituelle, la case, accès, refusé, bloqué, humain, accéder
    verifica, comprueb, humano, acceso, denegad, bloquead, inusual, umano, accesso, negato, mens, toegang,
    geweigerd
    człowiek, robotem, odmowa, zablokowan, weryfik, robô, acesso, negado, människa, åtkomst, nekad, menneske,
    nægtet, ihminen, estetty
    člověk, robot, odepřen, ověř, ember, megtagad, ellenőriz, om și nu, refuzat, insan, engellendi, doğrula
    ρομπότ, άνθρωπ, πρόσβασης, επαλήθευσ, робот, подтверд, активност, доступ, запрещ, перевір, заборонен
    ロボット, 認証, アクセス, 로봇, 확인, 접근, 차단, 机器人, 验证, 確認, 驗證, 机器, 拒绝, روبوت, تحقق, الوصول
"""

MANNERS = """
    you, your, please, click, we, our, us, site, website, this page, this site, this story, this article,
    choose, enter, thank you, for free, free
    sie, ihr, ihre, ihrem, ihren, ihnen, bitte, klick, wir, uns, unser, website, seite, hier, artikel, jetzt,
    du, dein
    vous, votre, vos, nous, nos, notre, veuillez, cliqu, merci, site, article, gratuit, ce site, ici
    su, sus, tu, tus, usted, puede, puedes, nuestr, nosotros, por favor, clic, gratis, web, artículo, ya eres,
    haz
    puoi, tuo, tua, tuoi, noi, nostr, per favore, sito, gratuit, articolo, sei già, clicca
    je, jouw, u, uw, wij, we, ons, onze, klik, site, artikel, kunt, wil je, gratis
    twoj, twoich, możesz, klikając, prosimy, serwis, artykuł, my, nas, nasi, naszych, pan
    você, seu, sua, nós, nosso, nossos, clique, site, artigo, pode, já é
    du, dig, din, ditt, dina, vi, vår, våra, dit, deg, klik, artikkel, artikel, artiklen, gå til, gå tillbaka,
    redan, allerede
    voit, sinu, sinun, me, meidän, artikkeli, nyt, palaa, oletko, laitteellesi
    vy, vás, váš, můžete, my, nás, naš, tento článek, prosím, klikn, už máte
    ön, önt, mi, kérjük, kattints, cikk, már, térjen
    dumneavoastră, tău, ta, poți, noi, noștri, articol, vă rugăm, reveniți, click
    siz, sizin, lütfen, biz, bu haber, haber, tıkla, zaten, adresi
    εσείς, σας, εμείς, μας, παρακαλ, μπορείτε, άρθρο, επιστρέψτε, είστε
    вы, вас, ваш, вам, мы, нас, наш, пожалуйста, сайт, нажм, вернитесь, материал, можете, уже
    ви, вас, ваш, вам, ми, нас, наші, будь ласка, сайт, матеріал, можете, вже, поверніться
    ձեր, դուք, մենք, խնդրում, կայք, վերադարձ
    ください, お客様, 当サイト, この記事, いつでも, 해 주세요, 당사, 기사, 하세요, 您, 我们, 请, 本文, 立即,
    此, هذا المقال, بك, عد إلى, من فضلك, أنت, الآن
"""
"""How any notice speaks: to its reader, of itself. They count half."""
