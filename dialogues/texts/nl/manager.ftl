utter_manager =
    Goed dat je meedenkt over je team.
    Wat kan helpen: luisteren en vragen wat de ander wil.
    Let op: meteen onderzoek doen kan te snel zijn.
    Noem hier liever geen namen.
    Een vertrouwenspersoon kan met je meedenken.

utter_ask_manager_next =
    Wat wil je nu?
    .counsellor = Een vertrouwenspersoon spreken
    .self = Ik maak zelf iets mee
    .no = Niets, dank je
