# Words of papers in French, and no others: those of the document itself. Not reviewed: whose language it is should read a document
# before it is submitted.

paper-dash = { " – " }
paper-comma = { ", " }
paper-semicolon = { "\u00A0; " }
paper-colon = { "\u00A0: " }
paper-open = { " (" }
paper-close = )
paper-not-stated = non indiqué

## The head and the box

paper-agenda-item = Point de l'ordre du jour{ "\u00A0" }: { $item }
paper-document = Document { $symbol }
paper-revision = Révision { $number } du Document { $symbol }
paper-original = Original{ "\u00A0" }: { $language }
paper-purpose = Objet
paper-action-required = Suite à donner
paper-references = Références
paper-boxed = Objet, suite à donner et références
paper-head = En-tête du document
paper-page = Page
paper-continued = suite
paper-stale = date de plus de six mois

## Commitments

paper-column-reference = Référence
paper-column-commitment = Engagement
paper-column-lead = Chef de file et partenaires
paper-column-when = Dates
paper-column-status = État d'avancement
paper-lead = chef de file{ "\u00A0" }: { $name }
paper-partners = avec { $names }
paper-lead-partners = chef de file{ "\u00A0" }: { $lead }, avec { $partners }
paper-status-as-of = { $status }, situation{ "\u00A0" }: { $date }
paper-was-planned = était prévu
paper-table-commitments = Engagements{ "\u00A0" }: référence, titre, chef de file et partenaires, dates, état d'avancement
paper-no-commitments = Aucun engagement à signaler.

## Milestones

paper-column-milestone = Étape
paper-column-place = Lieu
paper-column-belongs = Se rattache à
paper-date-not-stated = date non indiquée
paper-table-milestones = Étapes{ "\u00A0" }: date, objet, lieu et rattachement
paper-no-milestones = Aucune étape à signaler.
paper-no-milestones-dated = Aucune étape datée ne suit.
paper-milestones-undated =
    { $count ->
        [one] Aucune date n'est indiquée pour { $count } autre étape.
       *[other] Aucune date n'est indiquée pour { $count } autres étapes.
    }

## Groups

paper-column-group = Groupe
paper-column-roles = Fonctions
paper-role-announced = { $holder } (annoncé)
paper-role-was-announced = { $holder } (avait été annoncé)
paper-role-not-stated = { $role }{ "\u00A0" }: non indiqué
paper-table-groups = Groupes et titulaires des fonctions
paper-no-groups = Aucun groupe à signaler.

## Indicators

paper-column-indicator = Indicateur
paper-column-baseline = Valeur de référence
paper-column-value = Dernière valeur
paper-column-as-of = Date de la valeur
paper-column-target = Cible
paper-target-by = { $target }, échéance{ "\u00A0" }: { $date }
paper-baseline-as-of = { $baseline } ({ $date })
paper-table-indicators = Indicateurs{ "\u00A0" }: valeur de référence, dernière valeur avec sa date, cible
paper-no-indicators = Aucun indicateur à signaler.

## Updates and changes

paper-column-date = Date
paper-column-report = Compte rendu
paper-no-change = confirmé, sans changement
paper-reported-by = { $report } ({ $by })
paper-table-updates = Comptes rendus{ "\u00A0" }: date, engagement, contenu
paper-no-updates = Aucun compte rendu.
paper-no-updates-since = Aucun compte rendu depuis le { $date }.
paper-no-new-updates = Aucun nouveau compte rendu.
paper-added = { $row }{ "\u00A0" }: élément ajouté.
paper-removed = { $row }{ "\u00A0" }: élément retiré.
paper-changed = { $row }, { $field }{ "\u00A0" }: «{ "\u00A0" }{ $before }{ "\u00A0" }» devient «{ "\u00A0" }{ $after }{ "\u00A0" }».
paper-changed-words = { $row }, { $field }{ "\u00A0" }: texte modifié.
paper-stated = { $row }, { $field }{ "\u00A0" }: désormais «{ "\u00A0" }{ $after }{ "\u00A0" }».
paper-unstated = { $row }, { $field }{ "\u00A0" }: n'est plus indiqué (auparavant «{ "\u00A0" }{ $before }{ "\u00A0" }»).
paper-more-changes =
    { $count ->
        [one] … et { $count } autre modification
       *[other] … et { $count } autres modifications
    }
paper-no-changes = Aucune modification.
paper-no-changes-since = Aucune modification depuis le { $date }.
paper-nothing-before = Il n'existe pas de version antérieure de ce document à laquelle le comparer.

## The annex

paper-column-objective = Objectif du Pacte numérique mondial
paper-column-wsis = Processus du SMSI
paper-column-itu = Activités de l'UIT
paper-table-annex = Objectifs du Pacte, éléments du processus du SMSI et activités de l'UIT pour chacun
paper-annex-empty = L'annexe ne contient encore aucune entrée.

## The customary structure

paper-template-purpose = Le présent document rend compte de la mise en œuvre du Pacte numérique mondial{ "\u00A0" }: ce qui est fait, par qui, et où l'on en est.
paper-template-action = Le Conseil est invité à prendre note du présent document.
paper-template-introduction = Les éléments qui suivent sont tirés de «{ "\u00A0" }{ $plan }{ "\u00A0" }» dans l'état où il se trouvait lors de l'établissement du présent document.
paper-template-done = Ce qui est fait au titre de chaque objectif
paper-template-objective = Objectif { $number }{ "\u00A0" }: { $title }
paper-template-together = Travailler ensemble
paper-template-next = Prochaines étapes
paper-template-next-caption = Étapes
paper-template-counted = Ce qui est mesuré
paper-template-counted-caption = Indicateurs
paper-template-reported = Comptes rendus
paper-template-annex = Annexe
paper-template-annex-title = Objectifs, processus du SMSI et activités de l'UIT

## Labels that stand within a paper

choice-status-planned = Prévu
choice-status-ongoing = En cours
choice-status-completed = Achevé
choice-status-concluded = Terminé
choice-status-superseded = Remplacé
choice-status-not-reported = Non communiqué
choice-original-language-ar = arabe
choice-original-language-zh = chinois
choice-original-language-en = anglais
choice-original-language-fr = français
choice-original-language-ru = russe
choice-original-language-es = espagnol
choice-annex-wsis-process = Processus du SMSI
choice-annex-itu-activities = Activités de l'UIT
choice-qualifier-exact = exactement
choice-qualifier-over = plus de
choice-qualifier-about = environ
choice-state-announced = annoncé
choice-state-confirmed = confirmé
choice-state-ended = terminé

list-and = { $first } et { $last }
list-comma = { $first }, { $last }
when-standing = permanent

## Roles

paper-role-chair = président
paper-role-co-chair = coprésident
paper-role-vice-chair = vice-président
paper-role-lead = chef de file
paper-role-co-lead = co-chef de file
paper-role-facilitator = modérateur
paper-role-co-facilitator = comodérateur
paper-role-host = hôte
paper-role-co-organizer = coorganisateur
paper-role-secretariat = secrétariat
paper-role-coordinator = coordonnateur
paper-role-member = membre
paper-role-observer = observateur
paper-role-partner = partenaire
paper-role-focal-point = point de contact
paper-role-substitute = suppléant
roles-chair = Présidents
roles-co-chair = Coprésidents
roles-vice-chair = Vice-présidents
roles-lead = Chefs de file
roles-co-lead = Co-chefs de file
roles-facilitator = Modérateurs
roles-co-facilitator = Comodérateurs
roles-host = Hôtes
roles-co-organizer = Coorganisateurs
roles-secretariat = Secrétariat
roles-coordinator = Coordonnateurs
roles-member = Membres
roles-observer = Observateurs
roles-partner = Partenaires
roles-focal-point = Points de contact
roles-substitute = Suppléants

## Fields, in what changed

field-title = Titre
field-status = État d'avancement
field-status-as-of = Date de l'état d'avancement
field-status-by = État indiqué par
field-lead = Chef de file
field-partners = Partenaires
field-owner = Responsable
field-date = Date
field-place = Lieu
field-start = Début
field-end = Fin
field-organization = Organisation
field-role = Fonction
field-state = État
field-description = Description
field-next-step = Prochaine étape
field-objective = Objectif
field-objectives = Autres objectifs
field-outcome = Résultat
field-report = Compte rendu
field-value = Valeur
field-target = Cible
field-target-by = Échéance de la cible
field-baseline = Valeur de référence
field-as-of = À la date du
field-kind = Type
field-reference = Référence
field-evidence = Éléments probants
field-mandate = Mandat
field-group = Groupe
field-commitment = Engagement
field-milestone = Étape
field-acronym = Sigle
field-successor = Successeur
field-parent = Rattaché à
field-reason = Motif
field-source = Source
field-source-para = Paragraphe de la source
field-basis = Fondement
field-recurrence = Périodicité
field-standing = Activité permanente
field-annex = Colonne de l'annexe
field-anchor = Se rattache à
field-counted = Ce qui a été compté
field-unit = Unité
field-text = Texte
field-resources = Ressources
field-risks = Risques
field-lead-post = Fonction chef de file
field-superseded-by = Remplacé par
field-no-change = Confirmé, sans changement
field-reported-by = Compte rendu de
field-stated-as = Formulation

## Dates

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janvier
month-short-2 = février
month-short-3 = mars
month-short-4 = avril
month-short-5 = mai
month-short-6 = juin
month-short-7 = juillet
month-short-8 = août
month-short-9 = septembre
month-short-10 = octobre
month-short-11 = novembre
month-short-12 = décembre
## Units of dates, as they stand behind "de" (of), "à" (to), "entre" (the) and when something is (in)

date-number-first = 1er
date-number-alone =
    { $case ->
        [of] du { $day }
        [to] au { $day }
        [the] le { $day }
        [in] le { $day }
       *[alone] { $day }
    }
date-day =
    { $case ->
        [of] du { $day }{ "\u00A0" }{ $month } { $year }
        [to] au { $day }{ "\u00A0" }{ $month } { $year }
        [the] le { $day }{ "\u00A0" }{ $month } { $year }
        [in] le { $day }{ "\u00A0" }{ $month } { $year }
       *[alone] { $day }{ "\u00A0" }{ $month } { $year }
    }
date-day-of-month =
    { $case ->
        [of] du { $day }{ "\u00A0" }{ $month }
        [to] au { $day }{ "\u00A0" }{ $month }
        [the] le { $day }{ "\u00A0" }{ $month }
        [in] le { $day }{ "\u00A0" }{ $month }
       *[alone] { $day }{ "\u00A0" }{ $month }
    }
date-month =
    { $case ->
        [of] { $which ->
            [month-4] d'{ $month } { $year }
            [month-8] d'{ $month } { $year }
            [month-10] d'{ $month } { $year }
           *[other] de { $month } { $year }
        }
        [to] à { $month } { $year }
        [in] en { $month } { $year }
       *[alone] { $month } { $year }
    }
date-month-alone =
    { $case ->
        [of] { $which ->
            [month-4] d'{ $month }
            [month-8] d'{ $month }
            [month-10] d'{ $month }
           *[other] de { $month }
        }
        [to] à { $month }
        [in] en { $month }
       *[alone] { $month }
    }
date-year =
    { $case ->
        [of] de { $year }
        [to] à { $year }
        [in] en { $year }
       *[alone] { $year }
    }
date-decade =
    { $case ->
        [of] des années { $year }
        [to] aux années { $year }
        [in] dans les années { $year }
       *[alone] les années { $year }
    }
date-quarter =
    { $case ->
        [of] du T{ $quarter }{ "\u00A0" }{ $year }
        [to] au T{ $quarter }{ "\u00A0" }{ $year }
        [the] le T{ $quarter }{ "\u00A0" }{ $year }
        [in] au T{ $quarter }{ "\u00A0" }{ $year }
       *[alone] T{ $quarter }{ "\u00A0" }{ $year }
    }
date-quarter-alone =
    { $case ->
        [of] du T{ $quarter }
        [to] au T{ $quarter }
        [the] le T{ $quarter }
        [in] au T{ $quarter }
       *[alone] T{ $quarter }
    }
date-half =
    { $case ->
        [of] du S{ $half }{ "\u00A0" }{ $year }
        [to] au S{ $half }{ "\u00A0" }{ $year }
        [the] le S{ $half }{ "\u00A0" }{ $year }
        [in] au S{ $half }{ "\u00A0" }{ $year }
       *[alone] S{ $half }{ "\u00A0" }{ $year }
    }
date-half-alone =
    { $case ->
        [of] du S{ $half }
        [to] au S{ $half }
        [the] le S{ $half }
        [in] au S{ $half }
       *[alone] S{ $half }
    }
date-spring =
    { $case ->
        [of] du printemps { $year }
        [to] au printemps { $year }
        [the] le printemps { $year }
        [in] au printemps { $year }
       *[alone] printemps { $year }
    }
date-summer =
    { $case ->
        [of] de l'été { $year }
        [to] à l'été { $year }
        [the] l'été { $year }
        [in] à l'été { $year }
       *[alone] été { $year }
    }
date-autumn =
    { $case ->
        [of] de l'automne { $year }
        [to] à l'automne { $year }
        [the] l'automne { $year }
        [in] à l'automne { $year }
       *[alone] automne { $year }
    }
date-winter =
    { $case ->
        [of] de l'hiver { $year }/{ $next }
        [to] à l'hiver { $year }/{ $next }
        [the] l'hiver { $year }/{ $next }
        [in] à l'hiver { $year }/{ $next }
       *[alone] hiver { $year }/{ $next }
    }
date-spring-alone =
    { $case ->
        [of] du printemps
        [to] au printemps
        [the] le printemps
        [in] au printemps
       *[alone] printemps
    }
date-summer-alone =
    { $case ->
        [of] de l'été
        [to] à l'été
        [the] l'été
        [in] à l'été
       *[alone] été
    }
date-autumn-alone =
    { $case ->
        [of] de l'automne
        [to] à l'automne
        [the] l'automne
        [in] à l'automne
       *[alone] automne
    }
date-winter-alone =
    { $case ->
        [of] de l'hiver
        [to] à l'hiver
        [the] l'hiver
        [in] à l'hiver
       *[alone] hiver
    }
date-quarter-long-1 =
    { $case ->
        [of] du premier trimestre { $year }
        [to] au premier trimestre { $year }
        [the] le premier trimestre { $year }
        [in] au premier trimestre { $year }
       *[alone] premier trimestre { $year }
    }
date-quarter-long-2 =
    { $case ->
        [of] du deuxième trimestre { $year }
        [to] au deuxième trimestre { $year }
        [the] le deuxième trimestre { $year }
        [in] au deuxième trimestre { $year }
       *[alone] deuxième trimestre { $year }
    }
date-quarter-long-3 =
    { $case ->
        [of] du troisième trimestre { $year }
        [to] au troisième trimestre { $year }
        [the] le troisième trimestre { $year }
        [in] au troisième trimestre { $year }
       *[alone] troisième trimestre { $year }
    }
date-quarter-long-4 =
    { $case ->
        [of] du quatrième trimestre { $year }
        [to] au quatrième trimestre { $year }
        [the] le quatrième trimestre { $year }
        [in] au quatrième trimestre { $year }
       *[alone] quatrième trimestre { $year }
    }
date-half-long-1 =
    { $case ->
        [of] du premier semestre { $year }
        [to] au premier semestre { $year }
        [the] le premier semestre { $year }
        [in] au premier semestre { $year }
       *[alone] premier semestre { $year }
    }
date-half-long-2 =
    { $case ->
        [of] du second semestre { $year }
        [to] au second semestre { $year }
        [the] le second semestre { $year }
        [in] au second semestre { $year }
       *[alone] second semestre { $year }
    }
date-early =
    { $case ->
        [of] de début { $date }
        [to] à début { $date }
       *[alone] début { $date }
    }
date-mid =
    { $case ->
        [of] de la mi-{ $date }
        [to] à la mi-{ $date }
        [the] la mi-{ $date }
        [in] à la mi-{ $date }
       *[alone] mi-{ $date }
    }
date-late =
    { $case ->
        [of] de fin { $date }
        [to] à fin { $date }
       *[alone] fin { $date }
    }

## How sure it is, spans, terms: the words before each are in the unit itself

date-about = { $date } environ
date-doubt = { $date } (à confirmer)
date-about-doubt = { $date } environ (à confirmer)
date-doubt-long = { $date }, à confirmer
date-span-words = { $first } { $last }
date-from-to = { $first } { $last }
date-from = à partir { $date }
date-from-end-unknown = à partir { $date }, fin non indiquée
date-until = jusqu'{ $date }
date-until-start-unknown = jusqu'{ $date }, début non indiqué
date-by = au plus tard { $date }
date-not-before = pas avant { $date }
date-between = entre { $first } et { $last }
date-on = { $date }
date-in = { $date }
term-from-to = { $start } { $end }
term-from = à partir { $start }
term-until = jusqu'{ $end }
date-not-stated = non indiqué
date-to-be-confirmed = date à confirmer
instant = { $date }, { $time } UTC
