# Wat gedrukt of gekopieerd wordt: poster, kaartje, welkomstpakket, stukje voor het intranet (C39, C55, C57, C58).

material-poster-title = Vertrouwenspersonen van { $organisation }
material-poster-question = Gebeurt er op je werk iets wat je niet wilt?
material-poster-kinds = Pesten, discriminatie, dreigen, geweld of seksuele intimidatie. Ook als je twijfelt.
material-poster-offer = Je kunt erover praten. Zonder je naam. Jij beslist wat er gebeurt.
material-poster-people = Dit zijn de vertrouwenspersonen
material-poster-scan = Scan de code, of ga naar
material-poster-telegram = Of zoek in Telegram: @{ $name }
material-poster-own-phone = Gebruik liever je eigen telefoon, en niet de wifi van je werk.
material-poster-danger = Nu in gevaar? Bel 112.
material-stand = Lijst van { $day }, versie { $version }. Onder de code staat altijd de nieuwste lijst.
material-stand-link = Lijst van { $day }, versie { $version }. De link opent altijd de nieuwste lijst.
material-qr = Code die opent: { $address }
material-absent = nu afwezig
material-title-counsellor = Vertrouwenspersoon

material-card-title = Praten zonder je naam
material-card-offer = Vertrouwenspersonen van { $organisation }
material-card-more = Er zijn er meer: scan de code.

material-pack-title = Welkom bij { $organisation }
material-pack-intro = Op elk werk kan er iets gebeuren wat je niet wilt. Bij ons kun je dan naar een vertrouwenspersoon. Dat is iemand die naar je luistert en met je meedenkt. Je hoeft niets te bewijzen, en het hoeft niet erg genoeg te zijn.
material-pack-reach = Hoe bereik je ze?
material-pack-reach-text = Bel of mail. Dan zien ze je nummer of je adres. Wil je geen naam noemen? Gebruik dan Open Oor.
material-pack-open-oor = Open Oor is een programma, geen mens. Je kunt er vragen stellen en vertellen, zonder je naam. Pas als jij ja zegt, gaat er iets naar een vertrouwenspersoon. Kijken is geen melding. We houden niet bij wie kijkt.
material-pack-try = Scan de code. In drie keer drukken weet je wie ze zijn, wat ze doen en wat geheim blijft. Oefenen kan ook: een minuut, met een verzonnen vertrouwenspersoon. Er begint dan niets.
material-pack-telegram = Of open op Telegram: t.me/{ $name }?start=new
material-talk-title = Voor wie nieuwe collega's ontvangt: een gesprek van vijf minuten
material-talk-why = Vertel dit aan iedereen, en op dezelfde manier. Dan valt niemand op.
material-talk-1 = Dit is er
material-talk-1-text = "Wij hebben vertrouwenspersonen. Dit zijn hun namen. Je hoeft ze niet nodig te hebben om ze te kennen."
material-talk-2 = Waarvoor
material-talk-2-text = "Voor pesten, discriminatie, seksuele intimidatie, agressie en geweld. Ook als je iets ziet bij een ander. Ook als je twijfelt."
material-talk-3 = Geheim
material-talk-3-text = "Wat je vertelt, blijft bij hen. Ik hoor het niet, { $board } ook niet. Zij doen niets zonder jouw ja. Er zijn grenzen in de wet; die staan op het blad."
material-talk-4 = Zonder naam
material-talk-4-text = "Via deze code maak je kennis, en je kunt een minuut oefenen. Vragen stellen kan daar ook zonder je naam." Laat zien waar de poster hangt. Vraag niet of iemand het wil gebruiken.
material-talk-5 = Vragen
material-talk-5-text = "Heb je nu een vraag over hoe het werkt?" Komt er een verhaal? Luister, en wijs de weg naar de vertrouwenspersoon. Vraag niet door.
material-talk-minute = { $minute }e minuut

material-block-title = Vertrouwenspersonen
material-block-link = Vertellen of vragen, zonder je naam
material-block-danger = Nu in gevaar? Bel 112.

material-page-title = Posters en kaartjes
material-page-link = Posters en kaartjes
material-page-text = Alles hieronder komt uit de lijst die nu zichtbaar is. Verandert de lijst? Druk dan opnieuw af. Wie een oude code scant, leest dat de lijst nieuwer is.
material-page-draft = Er zijn wijzigingen die nog niemand ziet. Ze staan niet op wat je hier maakt.
material-page-language = In het { $language ->
    [en] Engels
   *[other] Nederlands
    }
material-page-poster-a4 = Poster, A4
material-page-poster-a5 = Poster, A5
material-page-cards = Kaartjes voor in de portemonnee, acht op een A4
material-page-pack = Welkomstpakket voor nieuwe collega's
material-page-vcard = Contactkaarten voor telefoon of mailprogramma
material-page-block = Stukje voor het intranet
material-page-block-text = Plak deze tekst als HTML in een pagina van het intranet. Er zit geen programma in, en niets dat bijhoudt wie kijkt.
material-page-missing = Op deze server kan geen PDF worden gemaakt. De beheerder zet dit aan met de toevoeging "reports". Contactkaarten en het stukje voor het intranet kunnen wel.
material-page-local = Het adres in de code is nu { $address }. Alleen deze computer kan dat openen. Druk nog niets af: de beheerder stelt eerst het openbare adres in.
material-page-nobody = Er staat nu niemand in de lijst. Zet eerst iemand in de lijst en maak die zichtbaar.

material-stale = Je scande een oudere poster of kaart. De lijst hieronder is de nieuwste.

# Een stap op papier
material-step-to = Voor: { $to }
material-step-name = Naam:
material-step-date = Datum:
material-step-sign = Handtekening:
material-step-only = Met toestemming gedeeld, alleen hiervoor. Deel dit niet verder.
