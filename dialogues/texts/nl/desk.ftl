# Woorden van de werkplek voor vertrouwenspersonen.

desk-name = Werkplek Open Oor
desk-demo = Proefversie met verzonnen mensen. Schrijf hier niets dat echt is.
desk-menu = Werkplek
desk-link-inbox = Postvak
desk-link-keys = Sleutels van collega's
desk-link-telegram = Telegram
desk-lock = Op slot
desk-leave = Uitloggen
desk-leave-everywhere = Overal uitloggen
desk-back = Terug naar het postvak

# Binnenkomen
desk-enter-title = Naar de werkplek
desk-enter-text = Deze link werkt één keer. Druk op de knop om binnen te komen.
desk-enter-send = Ga naar de werkplek
desk-enter-failed-title = Deze link werkt niet
desk-enter-failed-text = De link is gebruikt, of hij is te oud. Vraag een nieuwe link aan.
desk-no-session-title = Je bent niet ingelogd
desk-no-session-text = Open de werkplek met een nieuwe link.

# Wachtzin
desk-phrase-title = Kies een wachtzin
desk-phrase-text = Met je wachtzin open je wat mensen aan jou schrijven. Alleen jij kent hem. Niemand kan hem herstellen.
desk-phrase-loss = Ben je de wachtzin kwijt? Dan zijn berichten van daarvoor niet meer te lezen.
desk-phrase-label = Nieuwe wachtzin
desk-phrase-hint = Ten minste { $length } tekens. Een zin van een paar woorden is goed te onthouden.
desk-phrase-again = Dezelfde wachtzin nog een keer
desk-phrase-send = Bewaar de wachtzin
desk-phrase-too-short = Deze wachtzin is te kort. Gebruik ten minste { $length } tekens.
desk-phrase-different = De twee zinnen zijn niet gelijk. Typ ze opnieuw.
desk-phrase-has-one = Je hebt al een wachtzin. Er is niets veranderd.
desk-unlock-title = De werkplek is op slot
desk-unlock-text = Typ je wachtzin om te lezen en te schrijven.
desk-unlock-label = Wachtzin
desk-unlock-send = Open
desk-unlock-wrong = Deze wachtzin past niet. Er is niets veranderd.
desk-unlock-slow = Wacht even voor je het opnieuw probeert.
desk-locked-idle = De werkplek ging op slot omdat er een tijd niets gebeurde.

# Sleutels
desk-keys-title = Sleutels van collega's
desk-keys-text = Een nieuwe sleutel krijgt pas berichten als een andere vertrouwenspersoon hem heeft bevestigd.
desk-keys-how = Bel je collega of kijk samen. Lees de cijfers aan elkaar voor. Zijn ze gelijk? Bevestig dan.
desk-keys-own = Jouw sleutel
desk-keys-own-waiting = Jouw sleutel is nog niet bevestigd. Tot dan krijg je geen nieuwe berichten.
desk-keys-own-confirmed = Jouw sleutel is bevestigd.
desk-keys-fingerprint = Vingerafdruk
desk-keys-made = Gemaakt op { $day }
desk-keys-confirmed = Bevestigd
desk-keys-waiting = Nog niet bevestigd
desk-keys-confirm = De cijfers zijn gelijk: bevestig de sleutel van { $name }
desk-keys-confirmed-now = De sleutel van { $name } is bevestigd.
desk-keys-confirm-failed = Deze sleutel is niet bevestigd. Er is niets veranderd. Kijk of de cijfers nog dezelfde zijn.
desk-keys-changed = De sleutel van { $name } is nieuw. Controleer de cijfers.
desk-keys-broken = Een sleutel in de database klopt niet met zijn zegel. Er gaan geen berichten naar deze sleutel. Waarschuw je collega's en de beheerder.
desk-keys-none = Er is nog geen andere vertrouwenspersoon met een sleutel.

# Postvak
desk-inbox-title = Postvak
desk-inbox-empty = Er wacht nu niets.
desk-inbox-waiting = Wacht op jou
desk-inbox-open = Lopend
desk-inbox-closed = Afgesloten
desk-inbox-declined = Door jou niet aangenomen
desk-inbox-handed-over = Nu bij een ander
desk-inbox-withdrawn = Ingetrokken
desk-inbox-row = { $alias }
desk-inbox-sent = Verstuurd op { $day }
desk-inbox-since = Sinds { $day }
desk-inbox-reply-by = Antwoord uiterlijk { $day }
desk-inbox-overdue = De dag is voorbij
desk-inbox-outside = Mogelijk buiten het protocol
desk-inbox-read = Lees

# Eén gesprek
desk-case-title = { $alias }
desk-case-alias = '{ $alias }' is een schuilnaam. Je ziet geen naam, en je hoeft er niet naar te zoeken.
desk-case-listen = Luister eerst. Vraag wat de ander nu nodig heeft. De ander kiest de volgende stap.
desk-case-introduction = Eerste tekst
desk-case-introduction-yes = De ander zei ja op deze tekst, voor jou alleen. Deel niets verder.
desk-case-letters = Berichten
desk-case-letter-you = Jij, { $day }
desk-case-letter-employee = { $alias }, { $day }
desk-case-none = Dit is er niet, of het is niet van jou.
desk-case-withdrawn = Degene die schreef, heeft dit ingetrokken. De woorden zijn weg. Je hoeft niets te doen.
desk-case-declined = Je hebt dit niet aangenomen. De woorden zijn hier weg. Degene die schreef, kiest zelf verder. Je hoeft niets te doen.
desk-case-handed-over = Degene die schreef, koos een andere vertrouwenspersoon. De woorden zijn hier weg. Je hoeft niets te doen.
desk-case-key-new = Je sleutel is nieuw. Degene die schreef hoort dat eerst, en kiest zelf verder. Tot dan kun je hier niet schrijven.
desk-case-sealed-before = De eerste woorden horen bij een sleutel die er niet meer is. Niemand kan ze hier nog lezen.
desk-case-outside = Deze vraag past misschien niet bij het protocol. De ander wil je toch graag spreken. Doorverwijzen kan.
desk-accept-text = Neem je dit aan? De ander hoort dat meteen.
desk-accept = Ik neem dit aan
desk-accept-done = Aangenomen. Je kunt nu schrijven.
desk-decline-text = Kun je niet, of ken je de betrokkenen te goed? Dan kiest de ander zelf wat er gebeurt. De tekst gaat hier weg.
desk-decline = Ik kan dit niet aannemen
desk-decline-done = Doorgegeven. De tekst is hier weg.
desk-step-gone = Dit kan niet meer. Misschien is het net ingetrokken. Er is niets veranderd.
desk-reply-label = Jouw bericht
desk-reply-hint = Korte zinnen. Vraag wat en hoe. Zeg alleen toe wat je zeker kunt doen.
desk-reply-send = Verstuur
desk-reply-done = Verstuurd.
desk-reply-empty = Er staat nog niets in je bericht.
desk-reply-failed = Dit is niet verstuurd. Je tekst staat er nog. Probeer het opnieuw.
desk-close-text = Sluit pas af als jullie dat samen hebben besproken. Daarna kunnen jullie elkaar niet meer schrijven.
desk-close = Sluit dit contact af
desk-close-sure = Ja, sluit af
desk-close-done = Afgesloten. Lezen kan nog { $closed_days } dagen.
desk-status-waiting = Wacht op jou
desk-status-open = Aangenomen
desk-status-declined = Door jou niet aangenomen
desk-status-handed-over = Nu bij een ander
desk-status-closed = Afgesloten op { $day }
desk-status-withdrawn = Ingetrokken

# Telegram van de vertrouwenspersoon
desk-telegram-title = Een bericht op Telegram
desk-telegram-text = Open Oor kan je op Telegram laten weten dat er iets wacht. Er staat nooit inhoud in. Aannemen kan daar, lezen niet.
desk-telegram-make = Maak een link
desk-telegram-link = Open deze link op je telefoon. Hij werkt één keer, en een kwartier lang.
desk-telegram-on = Je krijgt berichten op Telegram.
desk-telegram-off = Je krijgt geen berichten op Telegram.
desk-telegram-stop = Stop met berichten op Telegram
desk-telegram-stopped = Gestopt.
desk-telegram-none = Telegram staat niet aan in deze organisatie.
