# Als iets niet kan, niet past of misgaat. Wat iemand schreef, blijft bewaard.

utter_stale_button =
    Deze knop hoort bij een eerdere vraag. Er is niets veranderd.
    Ben je niet veilig? Kies 'Hulp nu'.
    Wil je eerdere antwoorden veranderen? Kies 'Vertellen of vragen' in het menu. Je woorden blijven.
utter_words_kept =
    Dank je. Ik heb je woorden bewaard. Ze zijn niet verstuurd.
    Kies nu een knop, of typ een nummer: 1 is de eerste knop.
utter_choose_please = Kies een knop, of typ een nummer: 1 is de eerste knop. Meer woorden typen mag ook.
utter_empty = Ik zag geen woorden. Wil je het nog een keer typen?
utter_too_much =
    Dit is meer dan ik in één keer kan bewaren. Dit deel is niet bewaard.
    Wat je eerder schreef, is er nog. Stuur de rest in een kleiner stuk.
utter_unknown_command = Deze opdracht ken ik niet. Typ /menu voor wat hier kan.
utter_unsupported =
    Foto's, opnames, bestanden, stickers, plekken en contacten kan ik niet aannemen.
    Het is hier niet bewaard en niemand krijgt het. Vertel het in woorden, als je wilt.
utter_edited =
    Ik zie dat je een bericht hebt veranderd. Ik heb nog de eerste tekst.
    Typ het nieuwe als een nieuw bericht.
utter_private_only = Open Oor praat alleen in een gesprek met één persoon. Ik ga nu uit deze groep.
utter_internal_error =
    Er ging iets mis bij ons. Wat je eerder schreef, is er nog.
    Stuur je laatste bericht nog een keer.
    Is er gevaar? Bel 112.
