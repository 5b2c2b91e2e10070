# Words of papers in French, and no others: those of the document itself. Not reviewed: whose language it is should read a document
# before it is submitted.

paper-dash = { " – " }
paper-comma = { ", " }
paper-semicolon = { "; " }
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
paper-table-commitments = Engagements{ "\u00A0" }: référence, titre, chef de file et partenaires, dates, état d'avancement
paper-no-commitments = Aucun engagement du plan ne correspond.

## Milestones

paper-column-milestone = Étape
paper-column-place = Lieu
paper-column-belongs = Se rattache à
paper-date-not-stated = date non indiquée
paper-table-milestones = Étapes{ "\u00A0" }: date, objet, lieu et rattachement
paper-no-milestones = Aucune étape du plan ne correspond.

## Groups

paper-column-group = Groupe
paper-column-roles = Fonctions
paper-role-announced = { $holder } (annoncé)
paper-role-not-stated = { $role }{ "\u00A0" }: non indiqué
paper-lead-not-stated = Présidence ou direction{ "\u00A0" }: non indiquée
paper-table-groups = Groupes et titulaires des fonctions
paper-no-groups = Aucun groupe du plan ne correspond.

## Indicators

paper-column-indicator = Indicateur
paper-column-baseline = Valeur de référence
paper-column-value = Dernière valeur
paper-column-as-of = Date de la valeur
paper-column-target = Cible
paper-target-by = { $target }, échéance{ "\u00A0" }: { $date }
paper-baseline-as-of = { $baseline } ({ $date })
paper-table-indicators = Indicateurs{ "\u00A0" }: valeur de référence, dernière valeur avec sa date, cible
paper-no-indicators = Aucun indicateur du plan ne correspond.

## Updates and changes

paper-column-date = Date
paper-column-report = Compte rendu
paper-no-change = confirmé, sans changement
paper-reported-by = { $report } ({ $by })
paper-table-updates = Comptes rendus{ "\u00A0" }: date, engagement, contenu
paper-no-updates = Aucun compte rendu.
paper-no-updates-since = Aucun compte rendu depuis lors.
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
paper-no-changes = Aucune modification depuis lors.
paper-nothing-before = Le document n'a pas encore été établi{ "\u00A0" }: rien à quoi le comparer.

## The annex

paper-column-objective = Objectif du Pacte numérique mondial
paper-column-wsis = Processus du SMSI
paper-column-itu = Activités de l'UIT
paper-table-annex = Objectifs du Pacte, éléments du processus du SMSI et activités de l'UIT pour chacun

## The customary structure

paper-template-purpose = Le présent document rend compte de la mise en œuvre du Pacte numérique mondial{ "\u00A0" }: ce qui est fait, par qui, et où l'on en est.
paper-template-action = Le Conseil est invité à prendre note du présent document.
paper-template-introduction = Les éléments qui suivent sont tirés de «{ "\u00A0" }{ $plan }{ "\u00A0" }». Ce qui n'est pas indiqué par une source est signalé comme tel.
paper-template-done = Ce qui est fait au titre de chaque objectif
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
when-from-to = du { $start } au { $end }
when-from = à partir de { $start }
when-until = jusqu'à { $end }
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
date-number-first = 1er
date-day = { $day }{ "\u00A0" }{ $month } { $year }
date-day-of-month = { $day }{ "\u00A0" }{ $month }
date-decade = les années { $year }
date-quarter = T{ $quarter }{ "\u00A0" }{ $year }
date-quarter-alone = T{ $quarter }
date-half = S{ $half }{ "\u00A0" }{ $year }
date-half-alone = S{ $half }
date-spring = printemps { $year }
date-summer = été { $year }
date-autumn = automne { $year }
date-winter = hiver { $year }/{ $next }
date-spring-alone = printemps
date-summer-alone = été
date-autumn-alone = automne
date-winter-alone = hiver
date-quarter-long-1 = premier trimestre { $year }
date-quarter-long-2 = deuxième trimestre { $year }
date-quarter-long-3 = troisième trimestre { $year }
date-quarter-long-4 = quatrième trimestre { $year }
date-half-long-1 = premier semestre { $year }
date-half-long-2 = second semestre { $year }
date-early = début { $date }
date-mid = mi-{ $date }
date-late = fin { $date }
date-about = { $date } environ
date-doubt = { $date } (à confirmer)
date-about-doubt = { $date } environ (à confirmer)
date-doubt-long = { $date }, à confirmer
date-span-words = { $first } à { $last }
date-from-to = du { $first } au { $last }
date-from = à partir de { $date }
date-from-end-unknown = à partir de { $date }, fin non indiquée
date-until = jusqu'à { $date }
date-until-start-unknown = jusqu'à { $date }, début non indiqué
date-by = au plus tard { $date }
date-not-before = pas avant { $date }
date-between = entre { $first } et { $last }
date-on = le { $date }
date-in = en { $date }
date-not-stated = non indiqué
date-to-be-confirmed = date à confirmer
instant = { $date }, { $time } UTC
