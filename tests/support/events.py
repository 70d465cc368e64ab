"""Headlines of our own, 58 about 29 events, in four languages, for the tellings of a story.

Of each event its tellings by several sources: title, and how the text begins where the source carries one. Many
events are neighbours of others: other quakes, other votes, other matches of the same week; seven stand alone.
"""

Told = tuple[str, str]

EVENTS: tuple[tuple[Told, ...], ...] = (
    (
        (
            "Earthquake of magnitude 6.4 strikes eastern Kirania",
            "A strong earthquake struck eastern Kirania before dawn.",
        ),
        (
            "Kirania earthquake: dozens feared dead after 6.4 tremor",
            "Rescuers dig after an earthquake in eastern Kirania.",
        ),
        ("Rescuers search rubble after strong earthquake in Kirania", ""),
    ),
    (
        ("Mild earthquake shakes Port Ellis, no damage", "The tremor of magnitude 3.9 was felt in Port Ellis."),
        ("Port Ellis shaken by mild earthquake", ""),
    ),
    (
        ("Senate passes harbour reform bill after all-night session", "The senate passed the harbour reform bill."),
        ("Harbour reform clears Senate in all-night vote", "Senators voted through the night on harbour reform."),
        ("After long night, senators approve reform of harbours", "The harbour reform bill passed the senate."),
    ),
    (
        ("Senate delays vote on fisheries bill", "The vote on the fisheries bill is put off to May."),
        ("Fisheries bill: Senate vote delayed until May", ""),
    ),
    (
        ("Central bank raises interest rate to 4.25 per cent", "The central bank raised its interest rate again."),
        ("Interest rate raised to 4.25% by central bank", ""),
        ("Rates up again: central bank goes to 4.25", "The central bank has raised its key interest rate."),
    ),
    (
        ("Central bank names Ilena Marsh as governor", "Ilena Marsh will lead the central bank from June."),
        ("Ilena Marsh to become first woman to govern central bank", ""),
    ),
    (
        ("Rovers beat Wanderers 3-1 in cup semi-final", "Two late goals took Rovers past Wanderers to the final."),
        ("Cup: Rovers into final after 3-1 win over Wanderers", "Rovers beat Wanderers in the cup semi-final."),
    ),
    (
        ("Athletic beat United on penalties in cup semi-final", "Athletic are in the cup final."),
        ("Penalties send Athletic past United into cup final", "Athletic beat United after extra time."),
    ),
    (
        (
            "New vaccine against marsh fever works in large trial",
            "A vaccine against marsh fever protected 87 per cent.",
        ),
        ("Marsh fever vaccine 87 per cent effective, trial finds", "In a large trial the vaccine worked."),
        ("Large trial: vaccine against marsh fever protects most", ""),
    ),
    (
        ("Orbital telescope Lumen sends first pictures", "The space telescope Lumen has sent its first pictures."),
        ("First pictures from space telescope Lumen amaze astronomers", "Lumen, the new telescope, is at work."),
    ),
    (
        ("Bahnstreik legt Verkehr in ganz Norland lahm", "Ein Streik der Lokführer hat den Bahnverkehr gestoppt."),
        (
            "Streik der Lokführer: Bahnverkehr in Norland steht still",
            "In Norland fährt wegen des Bahnstreiks kein Zug.",
        ),
        ("Lokführer streiken, Norland ohne Züge", "Der Streik legt den Bahnverkehr lahm."),
    ),
    (
        ("Hochwasser an der Elde: Hunderte verlassen ihre Häuser", "Das Hochwasser der Elde steigt weiter."),
        ("Elde tritt über die Ufer, Hunderte müssen Häuser verlassen", "Wegen Hochwasser wurden Häuser geräumt."),
    ),
    (
        ("Museum in Altstadt erhält gestohlenes Gemälde zurück", "Das Gemälde war vor 30 Jahren gestohlen worden."),
        ("Gestohlenes Gemälde nach 30 Jahren wieder im Museum", "Das Museum in Altstadt zeigt das Gemälde wieder."),
    ),
    (
        ("Bürgermeisterin von Altstadt tritt zurück", "Die Bürgermeisterin legt ihr Amt nieder."),
        ("Rücktritt in Altstadt: Bürgermeisterin legt Amt nieder", "Die Bürgermeisterin tritt zurück."),
    ),
    (
        ("Землетрясение магнитудой 5,8 произошло на Камене", "Сильное землетрясение произошло утром на Камене."),
        ("На Камене произошло сильное землетрясение", "Магнитуда землетрясения составила 5,8."),
    ),
    (
        ("Парламент принял закон о защите озёр", "Депутаты приняли закон о защите озёр."),
        ("Закон о защите озёр принят парламентом", ""),
        ("Депутаты одобрили закон о защите озёр", "Парламент принял закон в третьем чтении."),
    ),
    (
        ("Парламент отклонил бюджет на следующий год", "Депутаты отклонили проект бюджета."),
        ("Проект бюджета отклонён парламентом", "Парламент не принял бюджет на следующий год."),
    ),
    (
        ("В Луговске открыли новый мост через Вельту", "Мост через Вельту строили пять лет."),
        ("Новый мост через Вельту открыт в Луговске", ""),
    ),
    (
        ("北浜県で震度5強の地震、津波の心配なし", "北浜県で強い地震がありました。"),
        ("北浜県で震度5強 津波の心配なし", "地震による津波の心配はありません。"),
    ),
    (
        ("新型ロケット「はやて」打ち上げ成功", "新型ロケットはやての打ち上げが成功しました。"),
        ("ロケット「はやて」の打ち上げに成功、衛星を軌道へ", "新型ロケットが衛星を軌道に乗せました。"),
        ("「はやて」ロケット打ち上げ成功", ""),
    ),
    (
        ("南町の市長選、現職の山川氏が三選", "南町の市長選挙で現職の山川氏が当選しました。"),
        ("南町市長選 現職・山川氏が3選果たす", "山川氏が三回目の当選です。"),
    ),
    (
        (
            "Ferry runs aground off Sandhead, all 212 aboard safe",
            "A ferry with 212 people ran aground off Sandhead.",
        ),
        ("All safe after ferry with 212 aboard grounds near Sandhead", "The ferry ran aground in fog."),
    ),
    (("Morning briefing: five things to know today", "Rates, ferries and a vote in the senate."),),
    (("What to watch this weekend: the cup final and more", "The cup final between Rovers and Athletic."),),
    (("Opinion: why the central bank should wait", "The central bank has raised its interest rate too often."),),
    (("How earthquakes are measured, explained", "Magnitude is not intensity."),),
    (("Die schönsten Museen in Altstadt", "Ein Rundgang durch die Museen."),),
    (("Почему озёра мелеют", "Озёра мелеют из-за жары."),),
    (("Live: five things from the senate today", "The senate sits today."),),
)
