"""The names of the months in the languages that feeds write dates in."""

_NAMES = (
    # English, with the Dutch, Scandinavian and German that differ from it
    "jan january januari januar jänner január", "feb february februari februar feber február",
    "mar march maart mars märz mrt maa mär", "apr april", "may mei mai maj", "jun june juni", "jul july juli",
    "aug august augustus augusti", "sep sept september", "oct october okt oktober", "nov november",
    "dec december dez dezember des desember",
    # French
    "janv janvier", "fév févr février fevrier", "", "avr avril", "", "juin", "juil juillet", "août aout",
    "septembre", "octobre", "novembre", "déc décembre decembre",
    # Spanish and Catalan
    "ene enero gen gener", "febrero febr febrer", "marzo març", "abr abril", "mayo maig", "junio juny",
    "julio juliol", "ago agosto agost", "septiembre setiembre setembre", "octubre", "noviembre",
    "dic diciembre desembre",
    # Italian
    "gennaio", "febbraio", "", "aprile", "mag maggio", "giu giugno", "lug luglio", "", "set settembre",
    "ott ottobre", "", "dicembre",
    # Portuguese
    "janeiro", "fev fevereiro", "março marco", "", "maio", "junho", "julho", "", "setembro", "out outubro",
    "novembro", "dezembro",
    # Polish
    "sty stycznia styczeń", "lut lutego luty", "marca marzec", "kwi kwietnia kwiecień", "maja",
    "cze czerwca czerwiec", "lip lipca lipiec", "sie sierpnia sierpień", "wrz września wrzesień",
    "paź października październik", "lis listopada", "gru grudnia grudzień",
    # Czech, where "listopad" is November as in Polish
    "ledna leden", "února únor", "března březen", "dubna duben", "května květen", "června červen",
    "července červenec", "srpna srpen", "září", "října říjen", "listopad", "prosince prosinec",
    # Hungarian, the abbreviations with their accents and without
    "január", "febr", "márc március", "ápr április", "máj május maj", "jún június", "júl július", "augusztus",
    "szept szeptember", "október", "", "",
    # Turkish
    "oca ocak", "şub şubat", "mart", "nis nisan", "mayıs", "haz haziran", "tem temmuz", "ağu ağustos",
    "eyl eylül", "eki ekim", "kas kasım", "ara aralık",
    # Swedish, Danish, Norwegian and Finnish where they differ
    "tammi tammikuuta tammikuu", "helmi helmikuuta helmikuu", "marts maalis maaliskuuta maaliskuu",
    "huhti huhtikuuta huhtikuu", "touko toukokuuta toukokuu", "kesä kesäkuuta kesäkuu",
    "heinä heinäkuuta heinäkuu", "elo elokuuta elokuu", "syys syyskuuta syyskuu", "loka lokakuuta lokakuu",
    "marras marraskuuta marraskuu", "joulu joulukuuta joulukuu",
    # Romanian
    "ian ianuarie", "februarie", "martie", "aprilie", "", "iun iunie", "iul iulie", "", "septembrie",
    "octombrie", "noi noiembrie", "decembrie",
    # Russian
    "янв января январь", "фев февр февраля февраль", "мар марта март", "апр апреля апрель", "мая май",
    "июн июня июнь", "июл июля июль", "авг августа август", "сен сент сентября сентябрь", "окт октября октябрь",
    "ноя нояб ноября ноябрь", "дек декабря декабрь",
    # Ukrainian
    "січ січня", "лют лютого", "бер березня", "кві квітня", "тра травня", "чер червня", "лип липня",
    "сер серпня", "вер вересня", "жов жовтня", "лис листопада", "гру грудня",
    # Bulgarian
    "януари яну", "февруари", "", "април", "", "юни", "юли", "", "септември", "октомври", "ноември", "декември",
    # Greek
    "ιαν ιανουαρίου", "φεβ φεβρουαρίου", "μαρ μάρ μαρτίου", "απρ απριλίου", "μαι μαϊ μάι μάϊ μαΐου",
    "ιουν ιούν ιον ιουνίου", "ιουλ ιούλ ιολ ιουλίου", "αυγ αύγ αυγούστου", "σεπ σεπτεμβρίου", "οκτ οκτωβρίου",
    "νοε νοέ νοεμβρίου", "δεκ δεκεμβρίου",
    # Armenian
    "հնվ հունվարի", "փտվ փետրվարի", "մրտ մարտի", "ապր ապրիլի", "մյս մայիսի", "հնս հունիսի", "հլս հուլիսի",
    "օգս օգոստոսի", "սեպ սեպտեմբերի", "հոկ հոկտեմբերի", "նոյ նոյեմբերի", "դեկ դեկտեմբերի",
)  # fmt: skip

MONTHS: dict[str, int] = {name: place % 12 + 1 for place, names in enumerate(_NAMES) for name in names.split()}
"""A month's name or short form, in lower case, and its number from 1."""
