// Written by `cargo xtask gen` from src-tauri/wire. Not edited by hand.

/**
 * The annex.
 */
export type Annex = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * What stands above the first column.
 */
corner: string, 
/**
 * The columns.
 */
columns: Array<AnnexColumn>, 
/**
 * The rows, in the order of the document.
 */
rows: Array<AnnexRowView>, 
/**
 * Lines that are printed more than once.
 */
doubles: number, 
/**
 * Action lines that are named, and all there are.
 */
named: number, 
/**
 * All action lines.
 */
action_lines: number, };

/**
 * One cell.
 */
export type AnnexCell = { 
/**
 * Its column.
 */
column: string, 
/**
 * All of its lines, counted.
 */
count: number, 
/**
 * The first of them.
 */
lines: Array<AnnexLine>, };

/**
 * A column of the annex.
 */
export type AnnexColumn = { 
/**
 * `wsis_process` or `itu_activities`.
 */
column: string, 
/**
 * What stands above it.
 */
label: string, };

/**
 * Asks for the annex.
 */
export type AnnexGet = { 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, 
/**
 * One row alone: its objective.
 */
objective?: string, 
/**
 * Lines of each cell at the most; left out: 200.
 */
limit?: number, };

/**
 * One line of a cell.
 */
export type AnnexLine = { 
/**
 * The row: a commitment, or a mapping of the objective to an action line.
 */
row: RowKey, 
/**
 * Reference of the commitment, code of the action line.
 */
short: string, 
/**
 * Title of the commitment, short title of the action line.
 */
title: string, 
/**
 * Who leads with whom, as stated: "ITU lead with UNDP and UNESCO as co-leads"; empty: not stated.
 */
lead: string, 
/**
 * Why the action line goes with the objective; empty: nobody says so.
 */
reason: string, 
/**
 * The field that is edited in place: `title` or `reason`.
 */
edits: string, 
/**
 * The document prints it. Otherwise it was added here.
 */
printed: boolean, 
/**
 * Where it comes from: "ITU action plan, Annex, objective 1, WSIS process; stated".
 */
provenance: string, 
/**
 * Where it is printed once more, in words; empty: nowhere.
 */
double: string, 
/**
 * The lines that say the same.
 */
doubles: Array<RowBrief>, };

/**
 * Puts a new line into a cell: of `title` and `action_line` exactly one is given.
 */
export type AnnexLineAdd = { 
/**
 * The objective of the cell.
 */
objective: string, 
/**
 * The column of the cell.
 */
column: string, 
/**
 * The line behind which it goes; left out: last.
 */
after?: RowKey, 
/**
 * Title of a new commitment.
 */
title?: string, 
/**
 * The organization whose commitment it is; left out: the person's own, else that of the plan.
 */
owner?: string, 
/**
 * An action line: its code or id.
 */
action_line?: string, 
/**
 * Why it goes with the objective.
 */
reason?: string, };

/**
 * Moves a line, within its cell or to another.
 */
export type AnnexLineMove = { 
/**
 * The line.
 */
row: RowKey, 
/**
 * The objective of the cell.
 */
objective: string, 
/**
 * The column of the cell.
 */
column: string, 
/**
 * The line behind which it goes; `null`: first.
 */
after: RowKey | null, };

/**
 * Takes a line out of the annex.
 */
export type AnnexLineRemove = { 
/**
 * The line.
 */
row: RowKey, };

/**
 * One row: an objective.
 */
export type AnnexRowView = { 
/**
 * The objective.
 */
objective: RowBrief, 
/**
 * Its number; empty: none.
 */
badge: string, 
/**
 * Its cells in the order of the columns.
 */
cells: Array<AnnexCell>, };

/**
 * Who holds a role: what is stated, when, where, and what is not.
 */
export type AnswerCard = { 
/**
 * What was understood: "C6: lead".
 */
question: string, 
/**
 * The place that was asked for; several, where that is several: "C7" is eight action lines.
 */
lines: Array<AnswerLine>, 
/**
 * What to ask whoever knows; empty: nothing.
 */
ask: string, };

/**
 * What is known of one place where a role is held.
 */
export type AnswerLine = { 
/**
 * The place.
 */
row: RowBrief, 
/**
 * What sources state, one sentence each, with source and as-of.
 */
stated: Array<string>, 
/**
 * What somebody reads or entered without a source.
 */
readings: Array<string>, 
/**
 * What is not stated.
 */
not_stated: Array<string>, };

/**
 * Who is meant by words of a table, as somebody chose.
 */
export type AskedChoice = { 
/**
 * The words.
 */
words: string, 
/**
 * Organizations and groups; none: the words stay words.
 */
rows: Array<RowKey>, };

/**
 * Words that say who is asked.
 */
export type AskedPart = { 
/**
 * The words.
 */
words: string, 
/**
 * Who that is, by short names; empty: it is not known.
 */
names: Array<string>, };

/**
 * Who is asked, by equal words.
 */
export type AskedView = { 
/**
 * The words as they stand first.
 */
words: string, 
/**
 * In how many provisions.
 */
count: number, 
/**
 * `known`, `facilitators`, `chosen`, `words` (somebody chose that they stay words), `unknown`.
 */
how: string, 
/**
 * Whom they name.
 */
rows: Array<RowBrief>, 
/**
 * How that is known, in words; may be empty.
 */
note: string, 
/**
 * Who may be meant.
 */
suggestions: Array<RowBrief>, };

/**
 * Ends a role.
 */
export type AssignmentEnd = { 
/**
 * Others that end with it in the same step: several documents may state the same. What has ended among them is left alone.
 */
also?: Array<string>, 
/**
 * The row.
 */
id: string, 
/**
 * The day: EDTF or typed words.
 */
date: string, 
/**
 * The date in the words of its source.
 */
words?: string, };

/**
 * Puts a role elsewhere on the board.
 */
export type AssignmentMove = { 
/**
 * The assignment.
 */
id: string, 
/**
 * Others that go with it in the same step: several documents may state the same. What has ended among them stays.
 */
also?: Array<string>, 
/**
 * The group; left out: it stays in its group.
 */
group?: string, 
/**
 * The organization; left out: it stays with its organization.
 */
organization?: string, 
/**
 * The role stays where it is, and is held there as well.
 */
copy?: boolean, };

/**
 * Puts a new block into a document, in one step.
 */
export type BlockAdd = { 
/**
 * The document, by id, symbol or title.
 */
document: string, 
/**
 * The block behind which it goes; left out: behind all, or as `before` says.
 */
after?: string, 
/**
 * The block before which it goes, where that is given instead.
 */
before?: string, 
/**
 * Its fields: `kind`, `text`, `level`, `numbered` and the like.
 */
fields: { [key in string]: JsonValue }, };

/**
 * How a commitment answers a paragraph.
 */
export type CarryAnswerView = { 
/**
 * The commitment.
 */
commitment: RowBrief, 
/**
 * `continues`, `completed`, `superseded`, `new`.
 */
answer: string, 
/**
 * What takes its place, where it is superseded.
 */
by: RowBrief | null, 
/**
 * All of it in words.
 */
text: string, };

/**
 * A commitment that may answer a paragraph.
 */
export type CarryCandidate = { 
/**
 * The commitment; its note is when it is.
 */
row: RowBrief, 
/**
 * Who owns it and who leads it.
 */
owner: string, 
/**
 * Its status; empty: not stated.
 */
status: string, 
/**
 * Its status, in words.
 */
status_text: string, 
/**
 * Why it is proposed, the strongest reason first; none: somebody chose it.
 */
reasons: Array<CarryReason>, 
/**
 * How it answers the paragraph; empty: nothing was decided.
 */
answer: string, 
/**
 * How, in words; may be empty.
 */
answer_text: string, };

/**
 * How many paragraphs of an instrument are decided.
 */
export type CarryCounts = { 
/**
 * All of them.
 */
all: number, 
/**
 * Commitments answer them.
 */
answered: number, 
/**
 * They are none of ours.
 */
not_for_us: number, 
/**
 * Nothing was decided yet.
 */
open: number, };

/**
 * Decides about paragraphs.
 */
export type CarryDecide = { 
/**
 * The paragraphs. An answer is of one; several may be none of ours, or open again.
 */
provisions: Array<string>, 
/**
 * `continues`, `completed`, `superseded`, `new`, `not_for_us`; `open`: what was decided is taken back.
 */
decision: string, 
/**
 * The commitment that answers: with `continues`, `completed` and `superseded`. With `open`: only its answer is taken back.
 */
commitment?: string, 
/**
 * With `superseded`: the commitment that takes its place; left out: a new one is made.
 */
by?: string, 
/**
 * Fields of a commitment that is made; what is left out comes from the paragraph.
 */
fields?: { [key in string]: JsonValue }, 
/**
 * With `not_for_us`: why.
 */
because?: string, };

/**
 * Something that is known of a paragraph.
 */
export type CarryFact = { 
/**
 * What it is.
 */
label: string, 
/**
 * What is known.
 */
text: string, };

/**
 * A field that a new commitment would have.
 */
export type CarryField = { 
/**
 * The field.
 */
field: string, 
/**
 * Its value.
 */
value: JsonValue, 
/**
 * In words.
 */
text: string, };

/**
 * Asks for the paragraphs of an instrument.
 */
export type CarryGet = { 
/**
 * The instrument: id, symbol or title.
 */
instrument: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * Only paragraphs of which that was decided: `open`, `answered`, `not_for_us`; left out: all.
 */
decision?: string, 
/**
 * Only paragraphs that hold all these words.
 */
text?: string, 
/**
 * The paragraph whose place is asked for, by its id.
 */
find?: string, 
/**
 * Position of the first.
 */
from?: number, 
/**
 * Position behind the last; 0: as many as one request may ask for.
 */
to?: number, };

/**
 * An instrument that has paragraphs.
 */
export type CarryInstrument = { 
/**
 * The instrument; its note is when it was adopted.
 */
instrument: RowBrief, 
/**
 * How many of its paragraphs are decided.
 */
counts: CarryCounts, };

/**
 * Asks which instruments the plan can be carried forward to.
 */
export type CarryList = { 
/**
 * Which rows are meant.
 */
source: Source, };

/**
 * A paragraph of an instrument, and what was decided about it.
 */
export type CarryParagraph = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number.
 */
paragraph: string, 
/**
 * The heading above it; may be empty.
 */
heading: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * `open`, `answered`, `not_for_us`.
 */
decision: string, 
/**
 * How commitments answer it.
 */
answers: Array<CarryAnswerView>, 
/**
 * Why it is none of ours.
 */
because: string, };

/**
 * A paragraph whole, and what may answer it.
 */
export type CarryProposals = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * The paragraph.
 */
paragraph: CarryParagraph, 
/**
 * What is asked for, in full; empty: the title says it.
 */
action: string, 
/**
 * What else is known of it.
 */
facts: Array<CarryFact>, 
/**
 * What may answer it: what does already, then what is proposed, then what was asked for.
 */
candidates: Array<CarryCandidate>, 
/**
 * The fields that a new commitment would have.
 */
new: Array<CarryField>, };

/**
 * Asks what may answer a paragraph.
 */
export type CarryPropose = { 
/**
 * The paragraph.
 */
provision: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * A commitment that is looked at as well, be it proposed or not.
 */
also?: Array<string>, };

/**
 * Why a commitment is proposed.
 */
export type CarryReason = { 
/**
 * `linked`, `cites`, `follows`, `group`, `action_line`, `goal`, `organization`, `words`, `objective`.
 */
reason: string, 
/**
 * In words.
 */
text: string, };

/**
 * An instrument beside the plan.
 */
export type CarryView = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * The instrument; its note is when it was adopted.
 */
instrument: RowBrief, 
/**
 * How many of its paragraphs are decided.
 */
counts: CarryCounts, 
/**
 * Paragraphs that fit the request.
 */
count: number, 
/**
 * Position of the one whose place was asked for; `null`: it is not among them.
 */
at: number | null, 
/**
 * Position of the first of `paragraphs`.
 */
from: number, 
/**
 * The paragraphs from there.
 */
paragraphs: Array<CarryParagraph>, 
/**
 * The newest edition in which the plan was carried forward to it.
 */
edition: EditionView | null, };

/**
 * One field of one row, ready to be shown and edited.
 */
export type Cell = { 
/**
 * The value; `null`: empty.
 */
value: JsonValue, 
/**
 * The value in words. For an empty field what is said of it ("not stated"), or nothing.
 */
text: string, 
/**
 * Longer words, where a short form is shown: the name behind an acronym.
 */
title: string, 
/**
 * The field is empty.
 */
empty: boolean, };

/**
 * One cell that would change, or one row that would be made.
 */
export type CellChange = { 
/**
 * The row by its short name; empty: it is new.
 */
row: string, 
/**
 * Title of the row.
 */
title: string, 
/**
 * Label of the field; of a new row, empty.
 */
label: string, 
/**
 * What stands there, in words.
 */
before: string, 
/**
 * What would stand there.
 */
after: string, };

/**
 * A cell that stays as it is, and why.
 */
export type CellLeft = { 
/**
 * The row by its short name; empty: there is none yet.
 */
row: string, 
/**
 * Label of the column; empty: there is none.
 */
label: string, 
/**
 * The text that has no place.
 */
text: string, 
/**
 * Why, in words.
 */
why: string, };

/**
 * A cell of a view.
 */
export type CellPlace = { 
/**
 * Position of its row.
 */
row: number, 
/**
 * Its column.
 */
column: string, };

/**
 * A rectangle of cells of a view: rows by position, columns by name.
 */
export type CellRange = { 
/**
 * Kind of the rows.
 */
kind: string, 
/**
 * Which rows are meant.
 */
source?: Source, 
/**
 * What the view shows.
 */
query: ViewQuery, 
/**
 * Position of the first row.
 */
from: number, 
/**
 * Position behind the last row; those beyond the end of the view do not count.
 */
to: number, 
/**
 * Fields, or columns that are worked out, in the order shown.
 */
columns: Array<string>, 
/**
 * Rows in between that are folded away: nothing is read of them, and nothing done to them.
 */
skip?: Array<Stretch>, 
/**
 * The row that the sender saw at the first position: where another stands there, nothing is done.
 */
first?: string, };

/**
 * Cells as texts.
 */
export type CellTexts = { 
/**
 * Row by row.
 */
rows: Array<Array<string>>, 
/**
 * Rows that were left off, because there are too many cells for one time.
 */
left_off: number, };

/**
 * Does something to many cells, in one step. What cannot be placed is left as it is, and said.
 */
export type CellsChange = { 
/**
 * Which cells.
 */
range: CellRange, 
/**
 * What is done.
 */
change: CellsDo, 
/**
 * Which comes first in 03/04/2026; not given: such dates are left and asked about.
 */
dates?: DateOrder, 
/**
 * The newest step that the sender knew of: where there is another by now, nothing is done.
 */
op?: number, };

/**
 * Asks what several rows have in common.
 */
export type CellsCommon = { 
/**
 * The rows; its columns are the fields that are asked for.
 */
range: CellRange, };

/**
 * What is to be done to cells.
 */
export type CellsDo = { "do": "clear", } | { "do": "fill_down", } | { "do": "fill_right", } | { "do": "paste", 
/**
 * Row by row; `null`: nothing is said of that cell, and it stays.
 */
cells: Array<Array<string | null>>, 
/**
 * Columns behind the range, for a source that is wider.
 */
beyond?: Array<string>, 
/**
 * Where the texts were cut out: those cells are emptied in the same step.
 */
cut?: CellRange, } | { "do": "set", 
/**
 * The values, as for `_set`.
 */
values: { [key in string]: JsonValue }, 
/**
 * For dates, the words as given.
 */
words?: { [key in string]: string }, } | { "do": "replace", 
/**
 * What is looked for.
 */
text: string, 
/**
 * What takes its place.
 */
with: string, 
/**
 * A is not a, é is not e.
 */
exact?: boolean, 
/**
 * The whole cell is just that.
 */
whole?: boolean, };

/**
 * Looks for words in all rows of a view.
 */
export type CellsFind = { 
/**
 * Where to look.
 */
range: CellRange, 
/**
 * The words.
 */
text: string, 
/**
 * A is not a, é is not e.
 */
exact?: boolean, 
/**
 * The whole cell is just that.
 */
whole?: boolean, 
/**
 * Where one is: position of the row, and column. Without it, before the first cell.
 */
at?: CellPlace, 
/**
 * Which one is wanted: `here` (the cell itself, or the next one), `next`, `previous`.
 */
step: FindStep, };

/**
 * What a change of many cells would do.
 */
export type CellsPreview = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * Cells that would change.
 */
cells: number, 
/**
 * Rows that would change.
 */
rows: number, 
/**
 * Rows that would be made.
 */
created: number, 
/**
 * Cells that hold it already.
 */
same: number, 
/**
 * Cells of which a number or a sign of a list was left out.
 */
marks: number, 
/**
 * Some of the changes.
 */
changes: Array<CellChange>, 
/**
 * What stays, the first hundred of it.
 */
left: Array<CellLeft>, 
/**
 * How many stay.
 */
left_count: number, 
/**
 * Whose rows would change that are not one's own.
 */
foreign: Array<ForeignRows>, 
/**
 * What has to be asked before; `null`: nothing.
 */
dates: DateQuestion | null, };

/**
 * Asks what a change of many cells would do.
 */
export type CellsPreviewGet = { 
/**
 * Changes that are listed begin with this one.
 */
list_from?: number, 
/**
 * So many are listed at the most.
 */
list?: number, 
/**
 * Which cells.
 */
range: CellRange, 
/**
 * What is done.
 */
change: CellsDo, 
/**
 * Which comes first in 03/04/2026; not given: such dates are left and asked about.
 */
dates?: DateOrder, 
/**
 * The newest step that the sender knew of: where there is another by now, nothing is done.
 */
op?: number, };

/**
 * One difference.
 */
export type ChangeView = { 
/**
 * Kind of the row.
 */
kind: string, 
/**
 * Its id.
 */
id: string, 
/**
 * Its short name.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * `added`, `removed`, `changed`.
 */
what: string, 
/**
 * Field.
 */
field: string | null, 
/**
 * Label of the field; empty: the whole row.
 */
field_label: string, 
/**
 * Before.
 */
before: JsonValue, 
/**
 * After.
 */
after: JsonValue, 
/**
 * Before, in words; empty: nothing.
 */
before_text: string, 
/**
 * After, in words; empty: nothing.
 */
after_text: string, 
/**
 * In words.
 */
sentence: string, 
/**
 * It is about what is private, or its words name a person of the plan. In a discreet answer nothing is.
 */
private: boolean, };

/**
 * Differences.
 */
export type Changes = { 
/**
 * In the order of kinds, rows and fields; the first of them, where a limit was given.
 */
changes: Array<ChangeView>, 
/**
 * All differences.
 */
total: number, 
/**
 * Rows that differ.
 */
rows: number, 
/**
 * Rows that are new.
 */
added: number, 
/**
 * Rows that are gone.
 */
removed: number, 
/**
 * Rows of which fields differ.
 */
changed: number, };

/**
 * A code and its label.
 */
export type Choice = { 
/**
 * Code.
 */
code: string, 
/**
 * Label in the language of the request.
 */
label: string, };

/**
 * A value that can be filtered by.
 */
export type ChoiceCount = { 
/**
 * Code or id; `null`: empty.
 */
key: string | null, 
/**
 * Label.
 */
label: string, 
/**
 * Rows that have it.
 */
count: number, };

/**
 * Reports on a commitment: an update, and the status as of that day where one is given.
 */
export type CommitmentReport = { 
/**
 * The status; `null`: none is stated.
 */
status: string | null, 
/**
 * What is reported.
 */
report: string | null, 
/**
 * What shows it.
 */
evidence: string | null, 
/**
 * "Confirmed, no change".
 */
no_change: boolean, 
/**
 * The row.
 */
id: string, 
/**
 * The day: EDTF or typed words.
 */
date: string, 
/**
 * The date in the words of its source.
 */
words?: string, };

/**
 * What several rows have in common.
 */
export type Common = { 
/**
 * How many rows they are.
 */
rows: number, 
/**
 * Field by field.
 */
fields: Array<CommonField>, 
/**
 * Whose rows there are among them that are not one's own.
 */
foreign: Array<ForeignRows>, };

/**
 * What rows have in a field.
 */
export type CommonField = { 
/**
 * The field.
 */
field: string, 
/**
 * All rows have the same there, if it be nothing.
 */
same: boolean, 
/**
 * What they all have.
 */
value: JsonValue, 
/**
 * The same in words.
 */
text: string, };

/**
 * Compares two states.
 */
export type Compare = { 
/**
 * Before.
 */
a: Source, 
/**
 * After.
 */
b: Source, 
/**
 * How many differences at the most; left out: all.
 */
limit?: number, 
/**
 * From which difference on.
 */
offset?: number, 
/**
 * Of rows of this kind.
 */
kind?: string, 
/**
 * Of this field.
 */
field?: string, 
/**
 * `added`, `removed` or `changed`.
 */
what?: string, 
/**
 * Whose sentence or title holds all of these words.
 */
text?: string, 
/**
 * The words of a date by themselves too, where the date is another: for programs. People are told of the date.
 */
every_field?: boolean, 
/**
 * The window is shown to others: what is private is left out, and not counted.
 */
discreet?: boolean, };

/**
 * Writes a comparison to a file.
 */
export type CompareWrite = { 
/**
 * Where: by its ending as text (`.txt`), JSON (`.json`) or `.csv`.
 */
file: string, 
/**
 * Before.
 */
a: Source, 
/**
 * After.
 */
b: Source, 
/**
 * How many differences at the most; left out: all.
 */
limit?: number, 
/**
 * From which difference on.
 */
offset?: number, 
/**
 * Of rows of this kind.
 */
kind?: string, 
/**
 * Of this field.
 */
field?: string, 
/**
 * `added`, `removed` or `changed`.
 */
what?: string, 
/**
 * Whose sentence or title holds all of these words.
 */
text?: string, 
/**
 * The words of a date by themselves too, where the date is another: for programs. People are told of the date.
 */
every_field?: boolean, 
/**
 * The window is shown to others: what is private is left out, and not counted.
 */
discreet?: boolean, };

/**
 * What became of the rows of a view since an earlier state.
 */
export type Compared = { 
/**
 * Rows that are new.
 */
added: number, 
/**
 * Rows of which something is another.
 */
changed: number, 
/**
 * Rows that are no longer there.
 */
removed: number, 
/**
 * The counts in words.
 */
words: string, };

/**
 * A file beside the plan that a sync client made because two people edited at once, or what lies in its place now.
 */
export type ConflictCopy = { 
/**
 * The file.
 */
file: FileInfo, 
/**
 * `copy` beside the plan; `replaced`: the file at the plan's own place is another one now.
 */
sort: string, 
/**
 * In words: whose, when it was changed last.
 */
sentence: string, 
/**
 * It was reviewed already, as it is.
 */
reviewed: boolean, };

/**
 * What a typed date means.
 */
export type DateAnswer = { 
/**
 * One meaning: understood. Several: to be asked. None: not understood.
 */
meanings: Array<DateMeaning>, };

/**
 * One meaning of a typed date.
 */
export type DateMeaning = { 
/**
 * EDTF.
 */
date: string, 
/**
 * In words.
 */
words: string, };

/**
 * Which comes first in 03/04/2026.
 */
export type DateOrder = "day_first" | "month_first";

/**
 * Dates of which it is not known which comes first, the day or the month.
 */
export type DateQuestion = { 
/**
 * How many.
 */
count: number, 
/**
 * One of them, as it was written.
 */
text: string, 
/**
 * What it says with the day first, in words.
 */
day_first: string, 
/**
 * What it says with the month first, in words.
 */
month_first: string, };

/**
 * Asks what a typed date means.
 */
export type DateUnderstand = { 
/**
 * What was typed.
 */
text: string, };

/**
 * Makes a document with the customary structure, in one step.
 */
export type DocumentFromTemplate = { 
/**
 * Its title; empty: what the plan is called.
 */
title: string, 
/**
 * Language of its words; empty: English.
 */
language?: string, };

/**
 * A document was made as a file.
 */
export type DocumentMade = { 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * When, in words.
 */
at_text: string, 
/**
 * Name of the file.
 */
file: string, 
/**
 * The newest step that is in it.
 */
op: number, 
/**
 * Its symbol then.
 */
symbol: string, 
/**
 * Its state then, in words.
 */
state: string, };

/**
 * Asks for the preview of a document.
 */
export type DocumentPaper = { 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The document, by id, symbol or title; empty: the only one there is.
 */
document: string, 
/**
 * Language of its own words (head, box, tables); empty: as the document says, else English.
 */
language?: string, 
/**
 * Rows of each table at the most; left out: 100.
 */
limit?: number, };

/**
 * Makes a revision of a document: a copy with its blocks that is a draft, in one step.
 */
export type DocumentRevise = { 
/**
 * The document, by id, symbol or title.
 */
id: string, };

/**
 * A document of the list.
 */
export type DocumentView = { 
/**
 * Id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its symbol; empty: not known yet.
 */
symbol: string, 
/**
 * `draft`, `in_clearance`, `cleared`, `submitted`, `issued`.
 */
state: string, 
/**
 * The state in words.
 */
state_text: string, 
/**
 * Body and session, with place and days: "Council, 2026 session".
 */
session: string, 
/**
 * Code of its language; empty: not stated.
 */
language: string, 
/**
 * The document that it is a revision of.
 */
revision_of: RowBrief | null, 
/**
 * The document that it follows.
 */
follows: RowBrief | null, 
/**
 * Documents that are revisions of it.
 */
revisions: Array<RowBrief>, 
/**
 * Documents that follow it.
 */
followed_by: Array<RowBrief>, 
/**
 * Number of its blocks.
 */
blocks: number, 
/**
 * When it was made as a file last; `null`: never, or what is open is no plan.
 */
made: DocumentMade | null, 
/**
 * The file of the document that it revises against which it is held: the newest that was made of that as issued, else the newest;
 * `null`: it revises none, or no file was made of that.
 */
revised_as: DocumentMade | null, };

/**
 * Asks for the documents of a plan.
 */
export type DocumentsList = { 
/**
 * Which rows are meant.
 */
source: Source, };

/**
 * Documents, and in which languages one can be made.
 */
export type DocumentsView = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * The documents in the order of the plan.
 */
documents: Array<DocumentView>, 
/**
 * Languages that the words of a document itself can be in: its head, its box, its tables.
 */
languages: Array<Choice>, };

/**
 * An answer without content.
 */
export type Done = Record<symbol, never>;

/**
 * An edition was made.
 */
export type EditionMade = { 
/**
 * The edition.
 */
edition: EditionView, 
/**
 * The state before, where it got a name.
 */
before: EditionView | null, 
/**
 * What happened, for the live region.
 */
announcement: string, };

/**
 * Makes an edition of the plan.
 */
export type EditionMake = { 
/**
 * Its name.
 */
name: string, 
/**
 * The instrument that the plan was carried forward to; left out: none.
 */
instrument?: string, 
/**
 * It is made although paragraphs are open.
 */
although_open?: boolean, 
/**
 * The state before the first decision gets this name, so that it stays quotable; left out: none.
 */
before?: string, };

/**
 * Asks what an edition would end.
 */
export type EditionPreview = { 
/**
 * The instrument that the plan is carried forward to.
 */
instrument: string, };

/**
 * What an edition would end.
 */
export type EditionReady = { 
/**
 * How many paragraphs are decided.
 */
counts: CarryCounts, 
/**
 * A name that it could have.
 */
name: string, 
/**
 * The state before the first decision, by the number of its step; `null`: nothing was decided in this plan.
 */
before: number | null, 
/**
 * The name of that state, where it has one: then it can be quoted already.
 */
before_named: string, 
/**
 * A name that it could have, where it has none.
 */
before_name: string, 
/**
 * The editions that there are, newest first.
 */
editions: Array<EditionView>, };

/**
 * A state of the plan under a name of its own.
 */
export type EditionView = { 
/**
 * Its name.
 */
name: string, 
/**
 * What reads take.
 */
source: Source, 
/**
 * When it was made, RFC 3339.
 */
at: string, 
/**
 * Who made it; may be empty.
 */
by: string, 
/**
 * The step behind which the plan was so.
 */
op: number, 
/**
 * The instrument that the plan was carried forward to.
 */
instrument: RowBrief | null, 
/**
 * The beginning of its id, the sum of its content: what is quoted can be told from what is not the same.
 */
sum: string, 
/**
 * How it is quoted, in words.
 */
quote: string, };

/**
 * A document that was made of the plan.
 */
export type ExportView = { 
/**
 * Its number in the books.
 */
id: number, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * When, in words.
 */
at_text: string, 
/**
 * By whom.
 */
by: string, 
/**
 * For which organization.
 */
organization: string, 
/**
 * Its format.
 */
format: string, 
/**
 * Name of the file.
 */
file: string, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, 
/**
 * The newest step that is in it: the moment to look at or to compare with.
 */
op: number, 
/**
 * The document of the plan, where it is one.
 */
document: string | null, 
/**
 * Its symbol then.
 */
symbol: string, 
/**
 * Its state then: `draft`, `in_clearance`, `cleared`, `submitted`, `issued`; empty: not stated.
 */
state: string, 
/**
 * Its state then, in words.
 */
state_text: string, 
/**
 * Since when it marks changes, as it was asked for.
 */
since: string, 
/**
 * The other document against which it marks them: its symbol, else its title; empty: it marks those of the document itself.
 */
against: string, 
/**
 * It can be made once more: it is a document for a council, and the state that it marks changes since is in this plan.
 */
again: boolean, };

/**
 * What was made.
 */
export type Exported = { 
/**
 * The file.
 */
file: FileInfo, 
/**
 * Its format.
 */
format: string, 
/**
 * Language of its labels; empty: it has none.
 */
language: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of its bytes.
 */
sha256: string, 
/**
 * Rows that are in it, by kind.
 */
rows: { [key in string]: number }, 
/**
 * Rows that could not be in it, by kind: milestones without a date in a calendar.
 */
left_out: { [key in string]: number }, 
/**
 * Characters that the fonts of a PDF lack, so that boxes stand in their place; empty: none.
 */
missing: string, 
/**
 * It was noted in the plan; not, where the plan is only read.
 */
noted: boolean, 
/**
 * What was made once more is byte for byte what it was; `null`: nothing was made once more.
 */
same: boolean | null, 
/**
 * What happened, in words.
 */
announcement: string, };

/**
 * A field of a kind.
 */
export type FieldInfo = { 
/**
 * Name.
 */
name: string, 
/**
 * Label.
 */
label: string, 
/**
 * Type.
 */
field: FieldKind, 
/**
 * Codes and labels of a choice.
 */
choices: Array<Choice>, 
/**
 * Kind of the rows that it names.
 */
target: string | null, 
/**
 * Stays on the laptop unless asked for.
 */
private: boolean, 
/**
 * May not be empty.
 */
required: boolean, 
/**
 * Cannot be typed.
 */
computed: boolean, 
/**
 * Longest text, in characters.
 */
max: number, };

/**
 * Type of a field, for editors and columns.
 */
export type FieldKind = "text" | "long" | "date" | "choice" | "reference" | "texts" | "references" | "integer" | "decimal" | "flag" | "order";

/**
 * Sets one field.
 */
export type FieldSet = { 
/**
 * The row: its id, or its reference, acronym or code.
 */
id: string, 
/**
 * The field.
 */
field: string, 
/**
 * The new value; `null` empties it. A date may be EDTF or typed words.
 */
value: JsonValue, 
/**
 * For a date, the words as given.
 */
words: string | null, 
/**
 * The value that the sender saw; left out: not checked. (Left out and `null` are different.)
 */
was?: JsonValue, 
/**
 * One focus of one editor: what it sets is one step.
 */
token: string | null, };

/**
 * Names a file.
 */
export type FileArgument = { 
/**
 * The file.
 */
file: string, };

/**
 * Asks the user for a file.
 */
export type FileChoose = { 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * Suggested name, without folder; empty: none.
 */
suggested: string, };

/**
 * A file as it is shown.
 */
export type FileInfo = { 
/**
 * What commands take.
 */
file: string, 
/**
 * Name without folder.
 */
name: string, 
/**
 * Folder, shortened for the screen.
 */
folder: string, 
/**
 * Whether it is there.
 */
exists: boolean, };

/**
 * A filter on one field, or on a column that is worked out. All that it gives must be so.
 */
export type FilterBy = { 
/**
 * Field or column.
 */
field: string, 
/**
 * Codes or ids of which one is enough; `null` stands for "empty". Empty, and nothing else given: no row.
 */
any: Array<string | null>, 
/**
 * Words that stand in it, or in a name of what it names.
 */
contains?: string, 
/**
 * A date (EDTF) or a number: it may be then or later, it is so much or more.
 */
from?: string, 
/**
 * It may be then or earlier, it is so much or less.
 */
to?: string, 
/**
 * It is filled, or it is empty.
 */
filled?: boolean, };

/**
 * Which of the cells that were found is wanted.
 */
export type FindStep = "here" | "next" | "previous";

/**
 * Rows of another owner.
 */
export type ForeignRows = { 
/**
 * Short name of the owner.
 */
owner: string, 
/**
 * How many rows.
 */
rows: number, };

/**
 * What was found.
 */
export type Found = { 
/**
 * How many cells.
 */
count: number, 
/**
 * The one that was wanted; `null`: there is none.
 */
cell: FoundCell | null, };

/**
 * A cell that was found.
 */
export type FoundCell = { 
/**
 * Which one of them it is, from 1.
 */
nth: number, 
/**
 * Position of its row.
 */
row: number, 
/**
 * The row.
 */
id: string, 
/**
 * Its column.
 */
column: string, };

/**
 * How many rows of a kind were found.
 */
export type FoundKind = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Label of many.
 */
label: string, 
/**
 * How many.
 */
count: number, };

/**
 * A row that was found.
 */
export type FoundRow = { 
/**
 * The row; its note is when it is.
 */
row: RowBrief, 
/**
 * Label of its kind.
 */
kind_label: string, 
/**
 * Label of the field in which it was found; empty: in its name.
 */
field: string, 
/**
 * The words around what was found, where that is not its name.
 */
snippet: Array<SnippetPiece>, };

/**
 * Rows that are no longer there.
 */
export type GoneRows = { 
/**
 * The rows, as they were called, each with when it was.
 */
rows: Array<RowBrief>, 
/**
 * All of them.
 */
count: number, };

/**
 * What is known of a group, and what is not.
 */
export type GroupCard = { 
/**
 * The group, all fields.
 */
row: RowView, 
/**
 * What sources state, one sentence each, with source and "as of".
 */
facts: Array<string>, 
/**
 * What somebody reads in a source, or entered without one, one sentence each.
 */
readings: Array<string>, 
/**
 * What is not stated, one sentence each.
 */
not_stated: Array<string>, 
/**
 * The question that follows, to be asked of whoever knows; empty: none.
 */
question: string, 
/**
 * The groups that it succeeded.
 */
predecessors: Array<RowBrief>, 
/**
 * The group that succeeded it.
 */
successor: RowBrief | null, 
/**
 * Who holds what in it.
 */
roles: Array<RoleView>, 
/**
 * Its sub-groups in their order.
 */
sub_groups: Array<SubGroup>, };

/**
 * Concludes a group.
 */
export type GroupConclude = { 
/**
 * The roles in it end on that day too.
 */
end_roles: boolean, 
/**
 * The row.
 */
id: string, 
/**
 * The day: EDTF or typed words.
 */
date: string, 
/**
 * The date in the words of its source.
 */
words?: string, };

/**
 * Asks for the card of a group.
 */
export type GroupGet = { 
/**
 * The group: its id, acronym or exact title.
 */
id: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, };

/**
 * A group in the tree.
 */
export type GroupNode = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its acronym; empty: none.
 */
short: string, 
/**
 * Levels above it.
 */
depth: number, 
/**
 * Its direct sub-groups.
 */
children: number, 
/**
 * The number of its objective; empty: none.
 */
badge: string, 
/**
 * Its term in words: "2020–2025"; empty: not stated.
 */
when: string, 
/**
 * Its term is over, or another group succeeded it.
 */
ended: boolean, };

/**
 * Has a group succeeded by another, which is there or is made.
 */
export type GroupSucceed = { 
/**
 * The group that follows; `null`: it is made.
 */
successor: string | null, 
/**
 * Title of the group that is made.
 */
title: string | null, 
/**
 * Its sub-groups go over to the successor.
 */
sub_groups: boolean, 
/**
 * The row.
 */
id: string, 
/**
 * The day: EDTF or typed words.
 */
date: string, 
/**
 * The date in the words of its source.
 */
words?: string, };

/**
 * Asks for the tree of groups.
 */
export type GroupTree = { 
/**
 * Which rows are meant.
 */
source: Source, };

/**
 * A group of a view.
 */
export type GroupView = { 
/**
 * Code or id; `null`: the field is empty.
 */
key: string | null, 
/**
 * Label.
 */
label: string, 
/**
 * Sign before it: the number of an objective; empty: none.
 */
badge: string, 
/**
 * Position of its first row.
 */
from: number, 
/**
 * Number of its rows.
 */
count: number, };

/**
 * One hash.
 */
export type HashAnswer = { 
/**
 * 64 hexadecimal digits.
 */
hash: string, };

/**
 * Asks for steps.
 */
export type HistoryList = { 
/**
 * Of rows of this kind.
 */
kind: string | null, 
/**
 * Of one row of that kind.
 */
id: string | null, 
/**
 * Of steps that this person made.
 */
by: string | null, 
/**
 * Of steps that changed this field.
 */
field: string | null, 
/**
 * Of steps whose sentences hold all of these words.
 */
text: string | null, 
/**
 * Only steps before this number.
 */
before: number | null, 
/**
 * How many at the most.
 */
limit: number | null, 
/**
 * The window is shown to others: what is private neither matches nor appears; steps that were about nothing else are
 * left out.
 */
discreet?: boolean, };

/**
 * Steps, newest first.
 */
export type HistoryPage = { 
/**
 * The steps.
 */
steps: Array<StepView>, 
/**
 * There are older ones.
 */
more: boolean, 
/**
 * Who ever made a step.
 */
people: Array<string>, };

/**
 * An indicator with its measurements.
 */
export type IndicatorView = { 
/**
 * The indicator, all fields.
 */
row: RowView, 
/**
 * Its measurements, newest first, all fields.
 */
measurements: Array<RowView>, 
/**
 * How far it is from its baseline to its target; `null`: one of the numbers is not known.
 */
progress: Progress | null, };

/**
 * Makes an instrument of a table, or fills one that is there.
 */
export type InstrumentAdd = { 
/**
 * Title; of an instrument that is there it may be empty: then it keeps its own.
 */
title: string, 
/**
 * When it was adopted: EDTF or typed words; may be empty.
 */
date?: string, 
/**
 * Where the table is from: a source of the catalogue by its symbol, title or id, else the title of a new one; may be empty.
 */
source?: string, 
/**
 * Its plain text, separated by tabs, commas or semicolons.
 */
text?: string, 
/**
 * The same as HTML; empty: there is none.
 */
html?: string, 
/**
 * A file that it is read from instead.
 */
file?: string, 
/**
 * What each column is: `paragraph`, `action`, `asked`, `heading`, `conditions`, `none`; empty: it is looked for.
 */
columns?: Array<string>, 
/**
 * So many rows above say what the columns are; `null`: it is looked for.
 */
header?: number, 
/**
 * Who is meant by some words.
 */
choices?: Array<AskedChoice>, 
/**
 * Symbol of the instrument: one that is in the plan is filled.
 */
symbol?: string, };

/**
 * What a table says.
 */
export type InstrumentTable = { 
/**
 * Its columns.
 */
columns: Array<TableColumn>, 
/**
 * So many rows stand above.
 */
header: number, 
/**
 * The first of its provisions.
 */
lines: Array<TableLine>, 
/**
 * Provisions that are not among them.
 */
more: number, 
/**
 * All that would be made or filled.
 */
count: number, 
/**
 * Rows that come to nothing; the first hundred.
 */
left: Array<TableLeft>, 
/**
 * All of them.
 */
left_count: number, 
/**
 * Who is asked: what is not known stands first.
 */
asked: Array<AskedView>, 
/**
 * How many of them are not known.
 */
unknown: number, 
/**
 * The instrument of that symbol, where the plan has it: it is filled.
 */
instrument: RowBrief | null, 
/**
 * All of it in a sentence.
 */
summary: string, };

/**
 * Why something is intended.
 */
export type Intended = { 
/**
 * Id of the row that keeps it.
 */
id: string, 
/**
 * The reason, with who said so and when.
 */
words: string, };

/**
 * Names a job.
 */
export type JobName = { 
/**
 * Number of the job.
 */
job: number, };

/**
 * Starts a command in the background.
 */
export type JobStart = { 
/**
 * Name of the command.
 */
command: string, 
/**
 * Its arguments.
 */
arguments: JsonValue, };

/**
 * How far a job is.
 */
export type JobView = { 
/**
 * Number.
 */
job: number, 
/**
 * Command.
 */
command: string, 
/**
 * `running`, `done`, `failed`, `cancelled`.
 */
state: string, 
/**
 * 0 to 1; `null`: cannot be told.
 */
progress: number | null, 
/**
 * The answer, when done.
 */
answer: JsonValue, 
/**
 * The error, when failed.
 */
error: WireError | null, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * A kind.
 */
export type KindInfo = { 
/**
 * Name.
 */
kind: string, 
/**
 * Label of one.
 */
label: string, 
/**
 * Label of many.
 */
plural: string, 
/**
 * Part of the catalogue.
 */
catalogue: boolean, 
/**
 * All of it stays on the laptop unless asked for.
 */
private: boolean, 
/**
 * Its fields, in order.
 */
fields: Array<FieldInfo>, };

/**
 * Linked rows of one sort.
 */
export type LinkGroup = { 
/**
 * What they are: "Action lines", "Milestones".
 */
label: string, 
/**
 * The rows, at most 200.
 */
rows: Array<RowBrief>, 
/**
 * All of them.
 */
count: number, };

/**
 * The longest texts of columns.
 */
export type LongestTexts = { 
/**
 * Column by column, the longest first; very long ones are cut. None: nothing is stated there.
 */
columns: Array<Array<string>>, };

/**
 * The counts.
 */
export type Matrix = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * Objectives, in the order of the annex.
 */
rows: Array<MatrixEdge>, 
/**
 * What stands across, in the order of the catalogue.
 */
columns: Array<MatrixEdge>, 
/**
 * Cells that are not empty.
 */
cells: Array<MatrixCell>, 
/**
 * Over everything.
 */
all: MatrixCount, 
/**
 * Links of commitments without an objective.
 */
without_objective: number, 
/**
 * What is to be known of the numbers, in sentences.
 */
notes: Array<string>, };

/**
 * What stands across in the counts.
 */
export type MatrixAcross = "action_line" | "provision" | "goal";

/**
 * A cell that is not empty.
 */
export type MatrixCell = { 
/**
 * Position of its row.
 */
row: number, 
/**
 * Position of its column.
 */
column: number, 
/**
 * What is counted.
 */
count: MatrixCount, };

/**
 * One number of the matrix.
 */
export type MatrixCount = { 
/**
 * Links.
 */
links: number, 
/**
 * Commitments among what is linked.
 */
commitments: number, 
/**
 * Links to a goal by way of an action line.
 */
by_way: number, 
/**
 * The annex has an example of it.
 */
example: boolean, };

/**
 * A row or a column of the matrix.
 */
export type MatrixEdge = { 
/**
 * The objective, or what stands across.
 */
row: RowBrief, 
/**
 * Number of an objective or of a goal; empty: none.
 */
badge: string, 
/**
 * What is counted along it.
 */
count: MatrixCount, };

/**
 * Asks for the counts.
 */
export type MatrixGet = { 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, 
/**
 * What stands across.
 */
across: MatrixAcross, 
/**
 * Links of this basis alone; left out: whoever says so.
 */
basis?: string, };

/**
 * A link with its reason, its basis and its source.
 */
export type MatrixLink = { 
/**
 * The mapping.
 */
row: RowKey, 
/**
 * What is linked: a commitment, or the objective itself.
 */
from: RowBrief, 
/**
 * To what.
 */
to: RowBrief, 
/**
 * Why; empty: nobody says so.
 */
reason: string, 
/**
 * Basis in words; empty: none is stated.
 */
basis: string, 
/**
 * Where it comes from.
 */
provenance: string, 
/**
 * As of when; empty: not stated.
 */
as_of: string, 
/**
 * "By way of C2, which the matrix of action lines and goals links to it"; empty: it names it itself.
 */
by_way: string, 
/**
 * The annex prints it.
 */
example: boolean, };

/**
 * The links of a cell.
 */
export type MatrixLinks = { 
/**
 * What the cell is, in words: "Digital divides and the SDGs and C2".
 */
title: string, 
/**
 * All of them, counted.
 */
count: number, 
/**
 * Commitments among what is linked.
 */
commitments: number, 
/**
 * Those that were asked for.
 */
links: Array<MatrixLink>, };

/**
 * Asks for the links that a cell counts.
 */
export type MatrixLinksGet = { 
/**
 * The objective; `null`: any.
 */
objective: string | null, 
/**
 * What stands across; `null`: any.
 */
entry: string | null, 
/**
 * Position of the first link.
 */
from: number, 
/**
 * Position behind the last link.
 */
to?: number, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, 
/**
 * What stands across.
 */
across: MatrixAcross, 
/**
 * Links of this basis alone; left out: whoever says so.
 */
basis?: string, };

/**
 * Writes what the matrix shows as a table of text (CSV).
 */
export type MatrixWrite = { 
/**
 * Where.
 */
file: string, 
/**
 * What stands across; `null`: the annex.
 */
across: MatrixAcross | null, 
/**
 * Links of this basis alone.
 */
basis?: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private does not leave.
 */
discreet?: boolean, };

/**
 * The days that a milestone would have.
 */
export type MilestoneDays = { 
/**
 * EDTF; empty: not known.
 */
date: string, 
/**
 * In words, or why they are not known.
 */
when: string, 
/**
 * "30 days before WTSA-24".
 */
words: string, 
/**
 * What should be looked at, in words: it falls on a Sunday, it was moved to the working day before. May be empty.
 */
note: string, 
/**
 * They are known.
 */
known: boolean, };

/**
 * Asks which days a milestone would have.
 */
export type MilestoneDaysGet = { 
/**
 * The milestone, where it is there: it cannot hang on what hangs on it.
 */
id: string | null, 
/**
 * What it would hang on.
 */
anchor: string, 
/**
 * How far away; less than 0: before.
 */
distance: number, 
/**
 * `days`, `weeks`, `months`, `years`.
 */
unit: string, 
/**
 * Counted from its `start` or `end`.
 */
from: string, 
/**
 * On a working day: the last one before, where the distance leads to another.
 */
working?: boolean, };

/**
 * The date that a milestone would have.
 */
export type MilestoneMoved = { 
/**
 * EDTF.
 */
date: string, 
/**
 * In words.
 */
when: string, 
/**
 * A sentence about it: where it would be, where it is, and how many move with it.
 */
words: string, 
/**
 * Its days then.
 */
days: TimelineDays, };

/**
 * Asks which date a milestone would have.
 */
export type MilestoneMovedGet = { 
/**
 * The milestone.
 */
id: string, 
/**
 * By how many units; less than 0: earlier.
 */
by: number, 
/**
 * The unit: `day`, `week`, `month`, `quarter`, `half`, `year`, `decade`. A date that is vaguer moves by its own.
 */
unit: string, };

/**
 * Takes milestones from the reference calendar, in one step.
 */
export type MilestoneTake = { 
/**
 * The entries, in the order in which the milestones will stand.
 */
entries: Array<string>, };

/**
 * Asks for what comes next.
 */
export type MilestonesNext = { 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * How many at the most.
 */
limit: number, };

/**
 * Makes all content as it was at a moment.
 */
export type MomentReturn = { 
/**
 * The moment, or a file.
 */
source: Source, };

/**
 * A moment that can be looked at, compared with and returned to.
 */
export type MomentView = { 
/**
 * For a moment of the plan what `source` holds; else empty.
 */
moment: string, 
/**
 * What reads take.
 */
source: Source, 
/**
 * Its name in words.
 */
name: string, 
/**
 * When, RFC 3339; empty: not known.
 */
at: string, 
/**
 * The day in words, where nothing but the day is known; else empty.
 */
day: string, 
/**
 * Who made it; empty: not known.
 */
by: string, 
/**
 * `start`, `edition`, `snapshot`, `restore_point`, `parent`, `shipped`.
 */
sort: string, 
/**
 * Number of the newest step in it, where it is a moment of this plan.
 */
op: number | null, 
/**
 * Of an edition, the beginning of the sum of its content; else empty.
 */
sum: string, 
/**
 * Of an edition, how it is quoted, in words; else empty.
 */
quote: string, };

/**
 * A milestone that is under way or to come.
 */
export type NextMilestone = { 
/**
 * The milestone; its note is its place.
 */
row: RowBrief, 
/**
 * When, in words.
 */
when: string, 
/**
 * What is to be known of the date: "under way", "month stated", "30 days before …", "date to be confirmed".
 */
hint: string, 
/**
 * It is a deadline.
 */
deadline: boolean, 
/**
 * It has begun and is not over.
 */
under_way: boolean, };

/**
 * A request without arguments.
 */
export type Nothing = Record<symbol, never>;

/**
 * Where one objective stands.
 */
export type ObjectiveStanding = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its number; empty: none.
 */
number: string, 
/**
 * Its short title.
 */
title: string, 
/**
 * Commitments under it.
 */
count: number, 
/**
 * By status, in the order of the statuses; those that none has are left out.
 */
statuses: Array<StatusCount>, 
/**
 * The commitments by status, then in the order of the plan; empty, where there are more than 80.
 */
marks: Array<StandingMark>, 
/**
 * The newest "as of" of its commitments in words; empty: none stated.
 */
as_of: string, 
/**
 * The oldest of them in words; empty: none stated.
 */
oldest: string, 
/**
 * Commitments whose status is not stated or not reported.
 */
not_reported: number, 
/**
 * Commitments with a status of which nobody stated the day: how old it is cannot be told.
 */
undated: number, };

/**
 * What is open.
 */
export type Open = "nothing" | "plan" | "plan_read_only" | "starter" | "snapshot";

/**
 * Concludes an organization, which another may follow that is there or is made.
 */
export type OrganizationConclude = { 
/**
 * The organization that follows; `null`: none, or it is made.
 */
successor: string | null, 
/**
 * Name of the organization that is made.
 */
name: string | null, 
/**
 * The roles that it still holds end on that day too.
 */
end_roles: boolean, 
/**
 * The row.
 */
id: string, 
/**
 * The day: EDTF or typed words.
 */
date: string, 
/**
 * The date in the words of its source.
 */
words?: string, };

/**
 * Gives an organization another name; the old one is kept among those that it is also known as.
 */
export type OrganizationRename = { 
/**
 * The organization.
 */
id: string, 
/**
 * Its new name.
 */
name: string, 
/**
 * Its new acronym; `null`: it keeps its own; empty: it has none any more.
 */
acronym: string | null, };

/**
 * A label in the box, and what it says.
 */
export type PaperBoxed = { 
/**
 * Where its words come from.
 */
tag: string, 
/**
 * "Purpose".
 */
label: string, 
/**
 * Its paragraphs.
 */
paragraphs: Array<Array<PaperRun>>, };

/**
 * A cell of a table.
 */
export type PaperCell = { 
/**
 * Where its words come from; empty: from more than one field.
 */
tag: string, 
/**
 * Its paragraphs.
 */
paragraphs: Array<PaperCellParagraph>, };

/**
 * A paragraph of a cell.
 */
export type PaperCellParagraph = { 
/**
 * It stands behind a dash.
 */
dash: boolean, 
/**
 * Its words.
 */
runs: Array<PaperRun>, };

/**
 * What changed since a document was made as a file last.
 */
export type PaperChanged = { 
/**
 * Facts that it draws on and that are others now.
 */
facts: number, 
/**
 * Blocks, head or box that say something else.
 */
words: number, 
/**
 * Since when.
 */
since: DocumentMade, };

/**
 * A column of a table.
 */
export type PaperColumn = { 
/**
 * Its name.
 */
label: string, 
/**
 * Its share of the width, against those of the others.
 */
share: number, };

/**
 * Something that somebody should look at.
 */
export type PaperFinding = { 
/**
 * `unknown-figure`, `no-value`, `no-rows`, `unknown-since`.
 */
code: string, 
/**
 * Id of the block; empty: head or box.
 */
block: string, 
/**
 * What it is about, as it was typed.
 */
about: string, 
/**
 * How often it is so.
 */
count: number, 
/**
 * In words.
 */
words: string, };

/**
 * What stands on top of the first page. What is empty is left out.
 */
export type PaperHead = { 
/**
 * The body.
 */
body: Array<PaperRun>, 
/**
 * The session with its place and days.
 */
session: Array<PaperRun>, 
/**
 * Lines on the other side of the page.
 */
lines: Array<PaperLine>, 
/**
 * The symbol, for the head of every page.
 */
symbol: string, 
/**
 * Whose report it is.
 */
author: Array<PaperRun>, 
/**
 * The title.
 */
title: Array<PaperRun>, };

/**
 * Words of the pages.
 */
export type PaperLabels = { 
/**
 * "Page".
 */
page: string, 
/**
 * What is said of a figure that is older than it should be.
 */
stale: string, 
/**
 * What the box is called.
 */
boxed: string, 
/**
 * What the head is called.
 */
head: string, 
/**
 * "continued".
 */
continued: string, };

/**
 * How long a document is. Pages are an estimate.
 */
export type PaperLength = { 
/**
 * Words without the annex.
 */
words: number, 
/**
 * Pages without the annex, to a tenth.
 */
pages: number, 
/**
 * Pages that it should keep to.
 */
limit: number, 
/**
 * It is longer.
 */
over: boolean, 
/**
 * "about 3.5 of 4 pages without the annex".
 */
told: string, };

/**
 * A line of the head.
 */
export type PaperLine = { 
/**
 * Where its words come from.
 */
tag: string, 
/**
 * What it says.
 */
runs: Array<PaperRun>, 
/**
 * It is said loudly.
 */
strong: boolean, };

/**
 * A block of a document in its outline.
 */
export type PaperOutline = { 
/**
 * Id of the block.
 */
block: string, 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its kind in words.
 */
kind_text: string, 
/**
 * Level of the heading that it is or stands below; 0: below none.
 */
level: number, 
/**
 * Its number; empty: none.
 */
number: string, 
/**
 * The beginning of what it says, or what it shows: "Commitments · 1 Digital divides".
 */
label: string, 
/**
 * Rows of the plan that it shows; 0 for words.
 */
rows: number, 
/**
 * There is something to look at in it.
 */
finding: boolean, };

/**
 * Blocks on pages of one shape.
 */
export type PaperPart = { 
/**
 * The pages lie on their side.
 */
landscape: boolean, 
/**
 * What stands on them.
 */
pieces: Array<PaperPiece>, };

/**
 * One piece of a paper, and the block of the document that it comes from.
 */
export type PaperPiece = { 
/**
 * Id of the block.
 */
block: string, } & ({ "is": "heading", 
/**
 * Where its words come from: `block/<id>/text`, `commitment/<id>/title`.
 */
tag: string, 
/**
 * 1 to 3.
 */
level: number, 
/**
 * Its number; empty: none.
 */
number: string, 
/**
 * Its words.
 */
runs: Array<PaperRun>, } | { "is": "paragraph", 
/**
 * Where its words come from.
 */
tag: string, 
/**
 * Its number; empty: none.
 */
number: string, 
/**
 * Its words.
 */
runs: Array<PaperRun>, } | { "is": "dash", 
/**
 * Where its words come from.
 */
tag: string, 
/**
 * Its words.
 */
runs: Array<PaperRun>, } | { "is": "table" } & PaperTable | { "is": "remark", 
/**
 * What it says.
 */
runs: Array<PaperRun>, });

/**
 * A row of a table.
 */
export type PaperRow = { 
/**
 * The row of the plan: `commitment/<id>`.
 */
tag: string, 
/**
 * A heading over the rows that follow.
 */
heading: boolean, 
/**
 * One for each column.
 */
cells: Array<PaperCell>, };

/**
 * Words of one look. What is left out is not so.
 */
export type PaperRun = { 
/**
 * The words.
 */
text: string, 
/**
 * Bold.
 */
strong?: boolean, 
/**
 * Italic.
 */
emphasis?: boolean, 
/**
 * Their language, where it is not that of the paper.
 */
language?: string, 
/**
 * They run from right to left, or do not, where it differs from the paper.
 */
mirrored?: boolean, 
/**
 * Where they lead.
 */
link?: string, 
/**
 * A footnote behind them.
 */
note?: Array<PaperRun>, 
/**
 * A figure or a date of the plan that is older than it should be.
 */
stale?: boolean, 
/**
 * The row and field that they are drawn from: `commitment/<id>/status`.
 */
tag?: string, };

/**
 * A table of a paper.
 */
export type PaperTable = { 
/**
 * What stands above it.
 */
caption: Array<PaperRun>, 
/**
 * What it holds, for those who do not see it.
 */
summary: string, 
/**
 * Its columns.
 */
columns: Array<PaperColumn>, 
/**
 * Its first rows.
 */
rows: Array<PaperRow>, 
/**
 * Rows that it has.
 */
total: number, 
/**
 * "… and 900 more rows"; empty: all of them are here.
 */
more: string, };

/**
 * A document as it will be on paper, for a preview, and what is to be said of it.
 */
export type PaperView = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * The document.
 */
document: string, 
/**
 * Language of its words.
 */
language: string, 
/**
 * Its words run from right to left.
 */
mirrored: boolean, 
/**
 * What stands on top of the first page.
 */
head: PaperHead, 
/**
 * The box below the head.
 */
boxed: Array<PaperBoxed>, 
/**
 * What it says, in parts that each have pages of one shape.
 */
parts: Array<PaperPart>, 
/**
 * Words of the pages.
 */
labels: PaperLabels, 
/**
 * Its blocks in their order, as an outline.
 */
outline: Array<PaperOutline>, 
/**
 * How long it is.
 */
length: PaperLength, 
/**
 * What changed since it was made as a file last; `null`: it never was.
 */
changed: PaperChanged | null, 
/**
 * Facts that it draws on.
 */
facts: number, 
/**
 * Facts among them that are older than six months.
 */
old: number, 
/**
 * The first of them: the rows, each with the fact as it is said.
 */
aged: Array<RowBrief>, 
/**
 * "14 facts changed since …, 3 older than six months": all of it in one sentence.
 */
told: string, 
/**
 * What somebody should look at.
 */
findings: Array<PaperFinding>, 
/**
 * How many findings there are besides.
 */
untold: number, };

/**
 * Writes a picture to a file that was chosen.
 */
export type PictureWrite = { 
/**
 * Where.
 */
file: string, 
/**
 * `svg` or `png`.
 */
format: string, 
/**
 * The text of an SVG; the bytes of a PNG in hexadecimal digits.
 */
content: string, };

/**
 * A row of a view, and where it stands.
 */
export type PlacedRow = { 
/**
 * Its position.
 */
index: number, 
/**
 * The row.
 */
row: RowView, };

/**
 * Event `plan-changed`: sent after a commit, never before.
 */
export type PlanChanged = { 
/**
 * Number of the step.
 */
op: number, 
/**
 * Name of the operation.
 */
kind: string, 
/**
 * Tables that changed.
 */
tables: Array<string>, 
/**
 * Rows that changed, at most 500; beyond that `many` is set and views fetch all.
 */
rows: Array<RowKey>, 
/**
 * More rows changed than are listed.
 */
many: boolean, 
/**
 * Milestones whose computed days changed, at most 500.
 */
days: Array<string>, 
/**
 * What the frame shows now.
 */
plan: PlanSummary, };

/**
 * What a plan or snapshot says of itself.
 */
export type PlanDetails = { 
/**
 * Title.
 */
title: string, 
/**
 * `plan` or `snapshot`.
 */
sort: string, 
/**
 * Permanent id of the plan, id of the snapshot.
 */
id: string, 
/**
 * Version of schema or format.
 */
schema: number, 
/**
 * Rows of each kind.
 */
counts: { [key in string]: number }, 
/**
 * Snapshots that it descends from directly.
 */
parents: Array<SnapshotBrief>, 
/**
 * Snapshots whose bytes it keeps.
 */
kept: Array<SnapshotBrief>, 
/**
 * The newest step.
 */
last_step: StepView | null, 
/**
 * Hash of the content.
 */
hash: string, 
/**
 * What was left out of a snapshot.
 */
omitted: Array<string>, };

/**
 * Makes a document of the plan, for people without this application.
 */
export type PlanExport = { 
/**
 * Where. A file that is there is replaced where it is of the same sort.
 */
file: string, 
/**
 * `docx`, `pdf`, `xlsx`, `csv`, `json`, `ics`, `html`; empty: by the ending of the file.
 */
format: string, 
/**
 * Which document of the plan, by id or symbol; for `docx` and `pdf`. Left out: the only one there is.
 */
document?: string, 
/**
 * Language of the words of the document itself; for `docx` and `pdf`, where it is that of the document when left out, for `xlsx`, and for `csv` with labels. In
 * English where there are no words in it yet, which a workbook says on its first sheet.
 */
language?: string, 
/**
 * Marks changes since then; for `docx`.
 */
since?: Source, 
/**
 * Marks changes against another document of the plan, by id, symbol or title; empty: against the one that it revises. As that was
 * when a file was made of it last, of the files those that were issued before others; without any file, and where `since` says
 * of when, as it is or was then. For `docx`.
 */
against?: string, 
/**
 * Makes the file of an earlier export once more, by its number in the books: of its state, with the changes that it marked. For
 * documents for a council; document, source, since and language are those of then.
 */
again?: number, 
/**
 * Rows of which kind; for `csv`. Left out: commitments.
 */
kind?: string, 
/**
 * What the first line says; for `csv`: `names` of fields, for programs, or `labels` for people, in `language`. Left out: `names`.
 */
heads?: string, 
/**
 * Private parts to take along: `persons`, `notes`.
 */
with: Array<string>, 
/**
 * What is done with dates that are no known days; for `ics`: `span`, over all days that are possible, or `leave_out`.
 */
vague?: string, 
/**
 * Of which state.
 */
source: Source, };

/**
 * Makes a new plan and opens it.
 */
export type PlanNew = { 
/**
 * Where.
 */
file: string, 
/**
 * Without the ITU's rows: the catalogue only.
 */
empty: boolean, 
/**
 * Title, for an empty plan.
 */
title: string, };

/**
 * What the frame of the window shows.
 */
export type PlanSummary = { 
/**
 * What is open.
 */
open: Open, 
/**
 * Title of the plan.
 */
title: string, 
/**
 * The file, where there is one.
 */
file: FileInfo | null, 
/**
 * Why it is only read, in words; empty where it can be edited.
 */
read_only_because: string, 
/**
 * When the last step was saved, RFC 3339; empty: nothing yet.
 */
saved_at: string, 
/**
 * Number of the newest step; 0: none.
 */
op: number, 
/**
 * What undo would take back.
 */
undo: StepName | null, 
/**
 * What redo would do again.
 */
redo: StepName | null, 
/**
 * Number of rows of each kind, by its name.
 */
counts: { [key in string]: number }, 
/**
 * For a snapshot: its name, day and sender in words.
 */
provenance: string, };

/**
 * How far an indicator is.
 */
export type Progress = { 
/**
 * Percent of the way from baseline to target; may be less than nothing or more than all.
 */
percent: number, 
/**
 * In words.
 */
words: string, };

/**
 * What a file is chosen for.
 */
export type Purpose = "open" | "new_plan" | "snapshot" | "table" | "drawing" | "picture" | "text" | "data" | "list" | "workbook" | "calendar" | "word" | "pdf" | "page";

/**
 * One question.
 */
export type Question = { 
/**
 * Its rule.
 */
rule: string, 
/**
 * What it is about: with the rule, its name.
 */
subject: string, 
/**
 * The question.
 */
words: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * The first of the rows that it touches.
 */
rows: Array<RowBrief>, 
/**
 * How many it touches.
 */
count: number, 
/**
 * What helps, in words.
 */
remedy: string, 
/**
 * The field that an answer fills in a row of the first one's kind; empty: it is not one field.
 */
field: string, 
/**
 * Why it is intended, where somebody said so.
 */
intended: Intended | null, };

/**
 * Says why what a question is about is intended.
 */
export type QuestionIntended = { 
/**
 * The reason.
 */
because: string, 
/**
 * Only these of its rows, by id; left out: all of them.
 */
rows?: Array<string>, 
/**
 * Its rule.
 */
rule: string, 
/**
 * What it is about.
 */
subject: string, };

/**
 * Names a question.
 */
export type QuestionName = { 
/**
 * Its rule.
 */
rule: string, 
/**
 * What it is about.
 */
subject: string, };

/**
 * Asks for the rows that a question touches.
 */
export type QuestionRows = { 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * Position of the first row.
 */
from: number, 
/**
 * Position behind the last row.
 */
to: number, 
/**
 * Its rule.
 */
rule: string, 
/**
 * What it is about.
 */
subject: string, };

/**
 * A rule, with how much it asks.
 */
export type QuestionRule = { 
/**
 * Its name.
 */
rule: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * Why it is asked.
 */
why: string, 
/**
 * Its questions.
 */
count: number, 
/**
 * Rows that they touch.
 */
rows: number, 
/**
 * Position of its first question among all.
 */
from: number, };

/**
 * Questions.
 */
export type Questions = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * All that is to be asked.
 */
open: number, 
/**
 * All that is intended.
 */
intended: number, 
/**
 * The rules that ask something, in order.
 */
rules: Array<QuestionRule>, 
/**
 * Questions that fit the request.
 */
count: number, 
/**
 * Position of the first of `questions`.
 */
from: number, 
/**
 * The questions from there.
 */
questions: Array<Question>, };

/**
 * Asks for questions.
 */
export type QuestionsList = { 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * Only questions of this rule.
 */
rule?: string, 
/**
 * Only questions that touch this row.
 */
row?: RowKey, 
/**
 * What somebody said is intended, in place of what is to be asked.
 */
intended?: boolean, 
/**
 * The few that help most, in place of all.
 */
first?: boolean, 
/**
 * Position of the first question.
 */
from?: number, 
/**
 * Position behind the last; 0: as many as one request may ask for.
 */
to?: number, 
/**
 * The window is shown to others: there are no questions then.
 */
discreet?: boolean, };

/**
 * Does again what was taken back last.
 */
export type Redo = { 
/**
 * The window is shown to others: the announcement names nothing that is private.
 */
discreet?: boolean, };

/**
 * What a reader found when it looked again.
 */
export type Refreshed = { 
/**
 * Somebody else had written; the rows were read again.
 */
changed: boolean, 
/**
 * Nobody edits it now: it may be opened to edit.
 */
may_edit: boolean, };

/**
 * A file that cannot be reviewed.
 */
export type RefusedFile = { 
/**
 * The file.
 */
file: FileInfo, 
/**
 * Why, in words.
 */
error: WireError, };

/**
 * When the next report is due.
 */
export type ReportDue = { 
/**
 * In words.
 */
words: string, 
/**
 * The day has passed.
 */
overdue: boolean, };

/**
 * Copies a restore point to a file and opens it.
 */
export type RestorePointCopy = { 
/**
 * The restore point.
 */
id: string, 
/**
 * Where.
 */
file: string, };

/**
 * Makes a restore point.
 */
export type RestorePointMake = { 
/**
 * Its name; may be empty.
 */
name: string, };

/**
 * Names a restore point.
 */
export type RestorePointName = { 
/**
 * The restore point.
 */
id: string, };

/**
 * A restore point.
 */
export type RestorePointView = { 
/**
 * What commands take.
 */
id: string, 
/**
 * Its name; may be empty.
 */
name: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * `asked`, `opened`, `before_return`, `before_review`, `time`.
 */
why: string, 
/**
 * Its name, or why it was made, in words; and of which file it is, where it is of another one.
 */
label: string, 
/**
 * The file that it is of, where that is another file of the same plan than the one asked about; else empty.
 */
file: string, 
/**
 * It is cut off or changed, and cannot be used.
 */
damaged: boolean, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * The newest step in it.
 */
op: number, };

/**
 * A time that a review was applied.
 */
export type ReviewApplied = { 
/**
 * The step.
 */
op: number, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * It was undone: the review is open again.
 */
undone: boolean, };

/**
 * Applies a review: one step.
 */
export type ReviewApply = { 
/**
 * The review.
 */
review: number, 
/**
 * The step that its items were worked out at: what is another since is asked again. Left out: as it is now.
 */
op?: number, };

/**
 * A review in a list.
 */
export type ReviewBrief = { 
/**
 * Its number.
 */
review: number, 
/**
 * `open`, `applied`, `closed`.
 */
state: string, 
/**
 * When it began, RFC 3339.
 */
at: string, 
/**
 * Who began it.
 */
by: string, 
/**
 * Who sent what, short.
 */
files: Array<string>, 
/**
 * In words: day, files, what became of it.
 */
sentence: string, };

/**
 * A value that is proposed.
 */
export type ReviewCandidate = { 
/**
 * The value.
 */
value: ReviewValue, 
/**
 * The snapshots that have it.
 */
from: Array<string>, 
/**
 * Who that is, short.
 */
who: string, };

/**
 * A value to filter by.
 */
export type ReviewChoice = { 
/**
 * Code: of a file, field or kind.
 */
code: string, 
/**
 * Label.
 */
label: string, 
/**
 * Items.
 */
count: number, 
/**
 * Open ones of them.
 */
open: number, };

/**
 * Closes a review, or opens it again.
 */
export type ReviewClose = { 
/**
 * The review.
 */
review: number, 
/**
 * Closed, or open again.
 */
reopen?: boolean, 
/**
 * Forgotten, where it was never applied: nothing came of it.
 */
forget?: boolean, };

/**
 * How many items there are.
 */
export type ReviewCounts = { 
/**
 * All.
 */
items: number, 
/**
 * Taken unless somebody decides otherwise.
 */
taken: number, 
/**
 * Conflicts.
 */
conflicts: number, 
/**
 * Always asked, although one side alone changed it.
 */
asked: number, 
/**
 * Decided.
 */
decided: number, 
/**
 * Asked or in conflict, and not decided, or decided as later or as a question to the sender.
 */
open: number, 
/**
 * Decided as later, or as a question to the sender.
 */
later: number, 
/**
 * Decided when mine was another: asked again.
 */
again: number, 
/**
 * What applying does: items that are taken or decided.
 */
apply: number, };

/**
 * Decides items: those that are named, or all that a filter lets through.
 */
export type ReviewDecide = { 
/**
 * The review.
 */
review: number, 
/**
 * The items.
 */
items?: Array<string>, 
/**
 * Which, where none are named.
 */
filter?: ReviewFilter, 
/**
 * `mine`, `theirs`, `both`, `write`, `ask`, `later`; `null`: not decided any more.
 */
decision?: string, 
/**
 * For `theirs`, whose: the id of the snapshot. Needed where several propose different values.
 */
from?: string, 
/**
 * For `write`: the value; of several fields together an object.
 */
value?: JsonValue, 
/**
 * For a date that is written anew, the words as they were given.
 */
words?: string, 
/**
 * A word to it.
 */
note?: string, 
/**
 * The window is shown to others: the counts of the answer are without what is private.
 */
discreet?: boolean, };

/**
 * What was decided.
 */
export type ReviewDecided = { 
/**
 * Items that were decided.
 */
decided: number, 
/**
 * Items that the decision does not fit, of many: they are as they were.
 */
left: number, 
/**
 * Counts now.
 */
review: ReviewView, 
/**
 * What the live region says.
 */
announcement: string, };

/**
 * How an item is decided.
 */
export type ReviewDecisionView = { 
/**
 * `mine`, `theirs`, `both`, `write`, `ask`, `later`.
 */
decision: string, 
/**
 * The snapshot whose value it is to be.
 */
from: string | null, 
/**
 * What was written anew.
 */
value: JsonValue, 
/**
 * A word to it.
 */
note: string, 
/**
 * By whom.
 */
by: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * In words.
 */
text: string, };

/**
 * What applying did.
 */
export type ReviewDone = { 
/**
 * The step.
 */
written: Written, 
/**
 * Items that were taken or decided.
 */
settled: number, 
/**
 * Items that stay open.
 */
open: number, 
/**
 * Decisions that a rule stands against: they stay open.
 */
held: Array<ReviewHeld>, };

/**
 * A field of a row, in words.
 */
export type ReviewField = { 
/**
 * Label.
 */
label: string, 
/**
 * What is stated.
 */
text: string, };

/**
 * A file of a review.
 */
export type ReviewFileView = { 
/**
 * Id of the snapshot: what decisions and filters name it by.
 */
snapshot: string, 
/**
 * Name of the file.
 */
file: string, 
/**
 * `snapshot`, `plan`, or `copy` of this plan.
 */
sort: string, 
/**
 * Who sent it, short: the organization, else the person, else the file.
 */
who: string, 
/**
 * The person.
 */
by: string, 
/**
 * The organization.
 */
organization: string, 
/**
 * Name of the snapshot.
 */
name: string, 
/**
 * When it was made, RFC 3339; empty: unknown.
 */
at: string, 
/**
 * Whose it is, of which day, and what it has in common with this plan, in words.
 */
sentence: string, 
/**
 * There is a last common version; else it is compared by id and likeness alone.
 */
has_common: boolean, 
/**
 * Name and day of the last common version, of several each; empty: there is none, or nothing is known of it.
 */
common: string, 
/**
 * Items to which it proposes something.
 */
items: number, };

/**
 * Which items of a review.
 */
export type ReviewFilter = { 
/**
 * To which this file proposes something: the id of its snapshot.
 */
file?: string, 
/**
 * Of this kind.
 */
kind?: string, 
/**
 * Of this row of that kind.
 */
id?: string, 
/**
 * Of this field; empty: rows that come or go.
 */
field?: string, 
/**
 * `taken`, `conflict`, `asked`, `decided`, `open`, `later`, `again`.
 */
state?: string, 
/**
 * Whose sentence holds all of these words.
 */
text?: string, };

/**
 * Something to look at, about which nothing can be decided here.
 */
export type ReviewFinding = { 
/**
 * Rule.
 */
code: string, 
/**
 * Kind of the row.
 */
kind: string, 
/**
 * The row; empty: it is about a file.
 */
id: string, 
/**
 * Snapshots that it comes from.
 */
from: Array<string>, 
/**
 * In words.
 */
sentence: string, };

/**
 * Names a review.
 */
export type ReviewGet = { 
/**
 * Its number; left out: the newest that is not closed.
 */
review?: number, 
/**
 * The window is shown to others: what is private is left out, and not counted.
 */
discreet?: boolean, };

/**
 * A decision that a rule stands against.
 */
export type ReviewHeld = { 
/**
 * The item.
 */
item: string, 
/**
 * Why, in words.
 */
sentence: string, };

/**
 * What stands against a deletion that was agreed to.
 */
export type ReviewHold = { 
/**
 * In words: which rows need the row, and what can be done.
 */
text: string, 
/**
 * Rows that need it, at most a dozen.
 */
rows: Array<RowBrief>, };

/**
 * One thing that somebody proposes.
 */
export type ReviewItem = { 
/**
 * What it is named by.
 */
item: string, 
/**
 * Kind of the row.
 */
kind: string, 
/**
 * Label of the kind.
 */
kind_label: string, 
/**
 * The row.
 */
id: string, 
/**
 * Its short name.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The first field; empty: whether the row is there.
 */
field: string, 
/**
 * All fields of it that differ; where there are several, values are objects of them.
 */
fields: Array<string>, 
/**
 * Label of the fields that differ.
 */
field_label: string, 
/**
 * The field is a long text: words are marked, and may be put together.
 */
is_long: boolean, 
/**
 * `taken`, `conflict`, `asked`.
 */
state: string, 
/**
 * Why it is asked, as a code; empty: it is taken.
 */
why: string, 
/**
 * Why, in words.
 */
why_text: string, 
/**
 * In words: who proposes what, what was there, and what you did.
 */
sentence: string, 
/**
 * The last common value; `null`: there is none.
 */
common: ReviewValue | null, 
/**
 * Your value.
 */
mine: ReviewValue, 
/**
 * Where your value comes from, when it was taken in an earlier review; empty: not so.
 */
mine_from: string, 
/**
 * What is proposed.
 */
theirs: Array<ReviewCandidate>, 
/**
 * The words of all put together; `null`: they touch, or it is no long text.
 */
both: ReviewValue | null, 
/**
 * What is chosen unless somebody chooses: `theirs` for what is taken, `both` where words can be put together, else `later`.
 */
preselected: string, 
/**
 * How it is decided; `null`: not.
 */
decision: ReviewDecisionView | null, 
/**
 * It was decided when mine was another: it is asked again.
 */
again: boolean, 
/**
 * It is open: applying leaves it as it is.
 */
open: boolean, 
/**
 * The value can be written anew: it is a field.
 */
can_write: boolean, 
/**
 * What stands against the decision, where something does: applying leaves it as it is. `null`: nothing is known to.
 */
held: ReviewHold | null, 
/**
 * It is about what is private.
 */
private: boolean, };

/**
 * Items of a review.
 */
export type ReviewItems = { 
/**
 * The step that they were worked out at.
 */
op: number, 
/**
 * All that the filter lets through.
 */
total: number, 
/**
 * Those of the window, by kind and row.
 */
items: Array<ReviewItem>, };

/**
 * Asks for items, grouped by row.
 */
export type ReviewItemsGet = { 
/**
 * The review; left out: the newest that is not closed.
 */
review?: number, 
/**
 * Which.
 */
filter?: ReviewFilter, 
/**
 * From which on.
 */
offset?: number, 
/**
 * How many at the most; left out: 100.
 */
limit?: number, 
/**
 * The window is shown to others.
 */
discreet?: boolean, };

/**
 * A text to copy.
 */
export type ReviewLetter = { 
/**
 * The text.
 */
text: string, 
/**
 * Items that it is about.
 */
items: number, };

/**
 * Asks for a letter to a colleague about items.
 */
export type ReviewLetterGet = { 
/**
 * The review.
 */
review: number, 
/**
 * To whom: the id of the snapshot.
 */
from: string, 
/**
 * About which items; left out: those that are decided as a question.
 */
items?: Array<string>, };

/**
 * One line of minutes.
 */
export type ReviewMinute = { 
/**
 * The item.
 */
item: string, 
/**
 * Kind of the row.
 */
kind: string, 
/**
 * The row.
 */
id: string, 
/**
 * Its short name.
 */
ref: string, 
/**
 * What it is called by those who do not know references: with the title beside.
 */
name: string, 
/**
 * Label of the field; empty: the row.
 */
field_label: string, 
/**
 * `taken`, `decided`, `open`, `held`.
 */
outcome: string, 
/**
 * In words: who proposed what.
 */
sentence: string, 
/**
 * In words: what became of it, by whom.
 */
result: string, 
/**
 * It is about what is private.
 */
private: boolean, };

/**
 * The minutes of a review: who sent what, what was taken, how it was decided, by whom, what is open.
 */
export type ReviewMinutes = { 
/**
 * The review.
 */
review: number, 
/**
 * `open`, `applied`, `closed`.
 */
state: string, 
/**
 * Heading.
 */
title: string, 
/**
 * When and by whom, in words.
 */
sentence: string, 
/**
 * Who sent what.
 */
files: Array<ReviewFileView>, 
/**
 * What was taken.
 */
taken: Array<ReviewMinute>, 
/**
 * What was decided.
 */
decided: Array<ReviewMinute>, 
/**
 * What is open.
 */
open: Array<ReviewMinute>, 
/**
 * What should be looked at.
 */
findings: Array<ReviewFinding>, 
/**
 * All of it as plain text.
 */
text: string, };

/**
 * Asks for the minutes of a review.
 */
export type ReviewMinutesGet = { 
/**
 * The review; left out: the newest.
 */
review?: number, 
/**
 * The window is shown to others.
 */
discreet?: boolean, };

/**
 * Writes the minutes of a review to a file.
 */
export type ReviewMinutesWrite = { 
/**
 * The review; left out: the newest.
 */
review?: number, 
/**
 * Where: by its ending as text (`.txt`) or as JSON (`.json`).
 */
file: string, 
/**
 * Without what is private.
 */
discreet?: boolean, };

/**
 * Takes a file out of a review.
 */
export type ReviewPutBack = { 
/**
 * The review.
 */
review: number, 
/**
 * The snapshot.
 */
snapshot: string, };

/**
 * Takes files into a review: snapshots, plans, copies of this plan. Nothing of the plan changes.
 */
export type ReviewStart = { 
/**
 * The files.
 */
files: Array<string>, 
/**
 * Snapshots that are built in: `developments`.
 */
shipped?: Array<string>, 
/**
 * Into which review; left out: into the one that is open, else into a new one.
 */
review?: number, 
/**
 * Into a new one in any case.
 */
apart?: boolean, };

/**
 * What was taken in.
 */
export type ReviewStarted = { 
/**
 * The review; `null`: no file could be read, and there is none.
 */
review: ReviewView | null, 
/**
 * How many files are new in it.
 */
added: number, 
/**
 * Names of files that were in it already: the same file twice changes nothing.
 */
known: Array<string>, 
/**
 * Files that cannot be reviewed, and why.
 */
refused: Array<RefusedFile>, 
/**
 * What the live region says.
 */
announcement: string, };

/**
 * A value of an item.
 */
export type ReviewValue = { 
/**
 * As data; of several fields together an object; of a row its fields; `null`: nothing there.
 */
value: JsonValue, 
/**
 * In words.
 */
text: string, 
/**
 * From the last common version to this one, word by word; empty: there is nothing to mark.
 */
marks: Array<TextMark>, 
/**
 * Of a row, what is stated in it.
 */
fields: Array<ReviewField>, };

/**
 * A review.
 */
export type ReviewView = { 
/**
 * Its number.
 */
review: number, 
/**
 * `open`; `applied`, be it with something left open; `closed`.
 */
state: string, 
/**
 * When it began, RFC 3339.
 */
at: string, 
/**
 * Who began it.
 */
by: string, 
/**
 * The step that items were worked out at; give it back to `review_apply`.
 */
op: number, 
/**
 * Its files.
 */
files: Array<ReviewFileView>, 
/**
 * Counts.
 */
counts: ReviewCounts, 
/**
 * Who, to filter by: the files.
 */
by_file: Array<ReviewChoice>, 
/**
 * Fields, to filter by; the empty code is rows that come or go.
 */
by_field: Array<ReviewChoice>, 
/**
 * Kinds, to filter by.
 */
by_kind: Array<ReviewChoice>, 
/**
 * What should be looked at.
 */
findings: Array<ReviewFinding>, 
/**
 * When it was applied.
 */
applied: Array<ReviewApplied>, 
/**
 * "Apply 25, leave 3 open".
 */
sentence: string, };

/**
 * Who holds which role where, ready to be shown and edited.
 */
export type RoleView = { 
/**
 * Id of the assignment.
 */
id: string, 
/**
 * Where: a group, commitment, milestone or action line.
 */
place: RowBrief, 
/**
 * The organization; `null`: none named.
 */
holder: RowBrief | null, 
/**
 * Name of the person; empty: none named. Private.
 */
person: string, 
/**
 * Id of the person. Private.
 */
person_id: string | null, 
/**
 * Id of the role.
 */
role: string, 
/**
 * Title of the role.
 */
role_label: string, 
/**
 * `announced`, `confirmed`, `ended`; empty: not stated.
 */
state: string, 
/**
 * The state in words; empty: not stated.
 */
state_label: string, 
/**
 * From and to in words; empty: not stated.
 */
when: string, 
/**
 * Basis in words; empty: not stated.
 */
basis: string, 
/**
 * As of, in words; empty: not stated.
 */
as_of: string, 
/**
 * The words of the source.
 */
stated_as: string, 
/**
 * Source, paragraph and basis in words.
 */
provenance: string, 
/**
 * It is over: its state says so, or its end lies before today.
 */
ended: boolean, 
/**
 * Role and state in words: "Co-lead, announced".
 */
words: string, 
/**
 * The assignment with all its fields.
 */
row: RowView, };

/**
 * What somebody holds. Nobody is scored by it: it is told only when it is asked for.
 */
export type RolesLoad = { 
/**
 * The organization or person.
 */
holder: string, 
/**
 * Roles that are held now, wherever; what several documents state is one.
 */
roles: number, 
/**
 * Those of them that lead.
 */
leading: number, 
/**
 * Groups in which they are held.
 */
groups: number, 
/**
 * The most that are, or may be, held on one day.
 */
at_once: number, 
/**
 * In words: "5 roles, 2 leading, up to 4 at once".
 */
words: string, };

/**
 * Asks how many roles some organizations or persons hold.
 */
export type RolesLoadGet = { 
/**
 * Ids of organizations and persons.
 */
holders: Array<string>, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, };

/**
 * A row in a list of links.
 */
export type RowBrief = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Id.
 */
id: string, 
/**
 * Short name.
 */
short: string, 
/**
 * Title.
 */
title: string, 
/**
 * What the link says: role, reason, date; in words.
 */
note: string, };

/**
 * Makes a row.
 */
export type RowCreate = { 
/**
 * Its id, where it is a code that somebody gives; else left out.
 */
id: string | null, 
/**
 * Its fields, by name. Dates may be typed in words.
 */
fields: { [key in string]: JsonValue }, };

/**
 * Deletes a row and what is nothing without it.
 */
export type RowDelete = { 
/**
 * The row: its id, or its reference, acronym or code.
 */
id: string, };

/**
 * A row with everything that is linked to it.
 */
export type RowDetail = { 
/**
 * The row, all fields.
 */
row: RowView, 
/**
 * Where it comes from, in words: "ITU action plan, Annex, objective 1; stated".
 */
provenance: string, 
/**
 * Links, grouped.
 */
links: Array<LinkGroup>, 
/**
 * Of a group, commitment, milestone or action line: who holds what there. Of an organization, person or role: what they
 * hold. At most 500.
 */
roles: Array<RoleView>, 
/**
 * All of them.
 */
role_count: number, 
/**
 * Reports, newest first, all fields.
 */
updates: Array<RowView>, 
/**
 * Indicators of a commitment or objective with their measurements; of an indicator: itself.
 */
indicators: Array<IndicatorView>, 
/**
 * What was said of it, newest first.
 */
statements: Array<StatementView>, 
/**
 * Notes on it, newest first, all fields. In a discreet answer there are none.
 */
notes: Array<RowView>, 
/**
 * When the next report on a commitment is due; `null`: the plan sets no rhythm, or nothing is awaited.
 */
report_due: ReportDue | null, 
/**
 * Of a row of the catalogue: the fields whose shipped value differs. `null`: it was not shipped.
 */
shipped: Array<ShippedField> | null, 
/**
 * Its newest steps.
 */
history: Array<StepView>, 
/**
 * The owner is another organization than the user's: a change will travel as a proposal.
 */
foreign_owner: string | null, };

/**
 * Names a row.
 */
export type RowGet = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Its id, or its reference, acronym or code.
 */
id: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, 
/**
 * The state that the row is compared with.
 */
compare?: Source, };

/**
 * A kind and a row.
 */
export type RowKey = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Id.
 */
id: string, };

/**
 * What became of a row since an earlier state.
 */
export type RowMark = { 
/**
 * `added`: it was not there; `changed`.
 */
what: string, 
/**
 * In words: "new", or which fields are others.
 */
words: string, 
/**
 * What the cells that are others said before, in words ("was: 2025"), by field or column.
 */
was: { [key in string]: string }, };

/**
 * Names a row of a kind.
 */
export type RowName = { 
/**
 * Kind.
 */
kind: string, 
/**
 * The row.
 */
id: string, };

/**
 * Asks which rows name a group or an organization.
 */
export type RowNaming = { 
/**
 * Its kind.
 */
kind: string, 
/**
 * Its id, or its acronym or title.
 */
id: string, 
/**
 * The window is shown to others: what is private is not counted.
 */
discreet?: boolean, };

/**
 * A row and the day on which something is so: a role ends, a milestone is moved there.
 */
export type RowOnDay = { 
/**
 * The row.
 */
id: string, 
/**
 * The day: EDTF or typed words.
 */
date: string, 
/**
 * The date in the words of its source.
 */
words?: string, };

/**
 * Asks for rows whose name begins with or holds what was typed.
 */
export type RowSuggest = { 
/**
 * Kind.
 */
kind: string, 
/**
 * What was typed.
 */
text: string, 
/**
 * How many at the most.
 */
limit: number, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, };

/**
 * One row, ready to be shown.
 */
export type RowView = { 
/**
 * Kind.
 */
kind: string, 
/**
 * Permanent id.
 */
id: string, 
/**
 * Short name: reference, acronym, code.
 */
short: string, 
/**
 * Title.
 */
title: string, 
/**
 * The fields that were asked for, by name, and computed columns: `when` and `owner_lead` of commitments, `when` of
 * milestones, `shown_as_of` of both.
 */
cells: { [key in string]: Cell }, 
/**
 * What became of it since the state that is compared with; left out: nothing did, or nothing is compared.
 */
mark?: RowMark, };

/**
 * Deletes many rows in one step.
 */
export type RowsDelete = { 
/**
 * The rows.
 */
rows: Array<RowName>, };

/**
 * Puts rows behind another, in one step.
 */
export type RowsOrder = { 
/**
 * Kind.
 */
kind: string, 
/**
 * The rows to move, in the order in which they are to stand.
 */
ids: Array<string>, 
/**
 * The row behind which they go; `null`: first, or as `before` says.
 */
after: string | null, 
/**
 * The row before which they go, where that is given instead.
 */
before?: string, };

/**
 * Sets many fields in one step.
 */
export type RowsSet = { 
/**
 * The fields.
 */
set: Array<SetOne>, };

/**
 * One deadline.
 */
export type RuleLine = { 
/**
 * The rule.
 */
rule: string, 
/**
 * What is due.
 */
title: string, 
/**
 * "14 days before".
 */
distance: string, 
/**
 * When, in words; else why that is not known.
 */
when: string, 
/**
 * The first day that it may be; empty: not known.
 */
day: string, 
/**
 * What should be looked at, in words: it falls on a Sunday, it is past, it was moved to the working day before, with others it
 * falls due on one holder in a week. May be empty.
 */
notes: Array<string>, 
/**
 * It was laid out before.
 */
there: boolean, 
/**
 * Source and confidence, in words.
 */
provenance: string, };

/**
 * Lays out the deadlines of a pack before a meeting.
 */
export type RulePackApply = { 
/**
 * The pack. One that the plan has not is taken with it.
 */
pack: string, 
/**
 * The meeting.
 */
milestone: string, 
/**
 * Which of its rules; empty: all.
 */
rules: Array<string>, 
/**
 * All of them keep to working days.
 */
working: boolean, 
/**
 * Who coordinates what is due.
 */
organization: string | null, };

/**
 * What a pack makes of a meeting.
 */
export type RulePackDays = { 
/**
 * The meeting, and when it is, in words.
 */
meeting: string, 
/**
 * Its deadlines, as the rules stand.
 */
lines: Array<RuleLine>, };

/**
 * Asks what a pack makes of a meeting.
 */
export type RulePackGet = { 
/**
 * The pack.
 */
pack: string, 
/**
 * The meeting: a milestone.
 */
milestone: string, 
/**
 * All of it keeps to working days, whatever the rules say.
 */
working: boolean, 
/**
 * Who would coordinate what is due; `null`: whom the rules name.
 */
organization: string | null, };

/**
 * Takes rule packs of the application into the plan.
 */
export type RulePackTake = { 
/**
 * Ids of the packs.
 */
packs: Array<string>, };

/**
 * A rule pack, of the plan or of the application.
 */
export type RulePackView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What is to be known of it.
 */
description: string, 
/**
 * Where it comes from, and how sure that is, in words.
 */
provenance: string, 
/**
 * It is in the plan, where it can be changed; else it comes with the application.
 */
in_plan: boolean, 
/**
 * How many rules it has.
 */
rules: number, };

/**
 * Asks for what was typed.
 */
export type SearchFind = { 
/**
 * What was typed: words, never a pattern.
 */
text: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * Only rows of these kinds; empty: of all.
 */
kinds?: Array<string>, 
/**
 * Position of the first row.
 */
from?: number, 
/**
 * Position behind the last; 0: the first twenty.
 */
to?: number, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, };

/**
 * What was found.
 */
export type SearchFound = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * Rows that were found.
 */
count: number, 
/**
 * By kind, those with most first.
 */
kinds: Array<FoundKind>, 
/**
 * The answer, where it was asked who holds a role.
 */
card: AnswerCard | null, 
/**
 * Position of the first of `rows`.
 */
from: number, 
/**
 * The rows from there, the best first.
 */
rows: Array<FoundRow>, 
/**
 * What was typed holds words; signs alone say nothing.
 */
says_something: boolean, };

/**
 * One field of one row, for operations on many.
 */
export type SetOne = { 
/**
 * Kind.
 */
kind: string, 
/**
 * The row.
 */
id: string, 
/**
 * The field.
 */
field: string, 
/**
 * The new value.
 */
value: JsonValue, 
/**
 * For a date, the words as given.
 */
words?: string, 
/**
 * The value that the sender saw; left out: not checked.
 */
was?: JsonValue, };

/**
 * Settings of this person on this machine.
 */
export type Settings = { 
/**
 * Name of the person, as colleagues see it.
 */
name: string, 
/**
 * Acronym of the organization.
 */
organization: string, 
/**
 * Language of the window: a code of the locales.
 */
language: string, 
/**
 * `system`, `light`, `dark`, `contrast`.
 */
theme: string, 
/**
 * Text size in percent.
 */
text_size: number, };

/**
 * Settings to change; what is left out stays.
 */
export type SettingsSet = { 
/**
 * Name of the person.
 */
name: string | null, 
/**
 * Acronym of the organization.
 */
organization: string | null, 
/**
 * Language.
 */
language: string | null, 
/**
 * Theme.
 */
theme: string | null, 
/**
 * Text size in percent, 75 to 200.
 */
text_size: number | null, };

/**
 * A field whose value is another than the shipped one.
 */
export type ShippedField = { 
/**
 * Field.
 */
field: string, 
/**
 * Its label.
 */
label: string, 
/**
 * The shipped value in words.
 */
text: string, };

/**
 * A kept snapshot or an ancestor.
 */
export type SnapshotBrief = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Why it is kept: `made`, `origin`, `reviewed`; for an ancestor empty.
 */
why: string, };

/**
 * What was written.
 */
export type SnapshotInfo = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Rows that went, by kind.
 */
goes: { [key in string]: number }, 
/**
 * What stayed here: kinds and fields with the number of rows, as `[name, count]`.
 */
stays: { [key in string]: number }, 
/**
 * Size in bytes.
 */
bytes: number, };

/**
 * Asks what a snapshot would hold.
 */
export type SnapshotPreview = { 
/**
 * Private parts to take along: `persons`, `notes`.
 */
with: Array<string>, 
/**
 * Of which state.
 */
source: Source, };

/**
 * Writes a snapshot.
 */
export type SnapshotWrite = { 
/**
 * Where.
 */
file: string, 
/**
 * Name.
 */
name: string, 
/**
 * Private parts to take along: `persons`, `notes`.
 */
with: Array<string>, 
/**
 * Of which state; anything but now is written without becoming a parent.
 */
source: Source, };

/**
 * A piece of a text.
 */
export type SnippetPiece = { 
/**
 * The piece.
 */
text: string, 
/**
 * It is what was looked for.
 */
found: boolean, };

/**
 * One key of an order.
 */
export type SortBy = { 
/**
 * Field.
 */
field: string, 
/**
 * Largest first.
 */
descending: boolean, };

/**
 * Which rows are meant: those of now, of an earlier moment, or of a file.
 */
export type Source = { "at": "now" } | { "at": "moment", 
/**
 * The moment.
 */
moment: string, } | { "at": "file", 
/**
 * The file.
 */
file: string, } | { "at": "shipped", 
/**
 * Its name.
 */
name: string, };

/**
 * Where the objectives stand.
 */
export type Standing = { 
/**
 * The objectives in their order.
 */
objectives: Array<ObjectiveStanding>, 
/**
 * Commitments without an objective.
 */
other: number, };

/**
 * Asks where the objectives stand.
 */
export type StandingGet = { 
/**
 * Which rows are meant.
 */
source: Source, };

/**
 * One commitment, as a mark in the row of its objective.
 */
export type StandingMark = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its status; empty: not stated.
 */
status: string, 
/**
 * Reference, title and status in words.
 */
title: string, };

/**
 * What the window needs when it starts.
 */
export type Start = { 
/**
 * Settings.
 */
settings: Settings, 
/**
 * What is open.
 */
plan: PlanSummary, 
/**
 * Plans that were open lately, newest first.
 */
recent: Array<FileInfo>, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Languages that can be chosen: code and own name.
 */
languages: Array<Choice>, 
/**
 * Files that were written can be shown in their folder and opened from here.
 */
has_desktop: boolean, 
/**
 * Nothing was ever opened or made here.
 */
first_start: boolean, 
/**
 * A message from the start: a file on the command line that could not be opened.
 */
problem: WireError | null, 
/**
 * The file that it is about.
 */
problem_file: string | null, };

/**
 * What was said, to whom, when and where.
 */
export type StatementView = { 
/**
 * The statement, all fields.
 */
row: RowView, 
/**
 * As a sentence to copy, with symbol and paragraph.
 */
sentence: string, };

/**
 * Commitments of one status.
 */
export type StatusCount = { 
/**
 * Status; empty: not stated.
 */
status: string, 
/**
 * Its label.
 */
label: string, 
/**
 * Commitments that have it.
 */
count: number, };

/**
 * A step that can be taken back or done again.
 */
export type StepName = { 
/**
 * Its number.
 */
op: number, 
/**
 * Its name in words: "Set status".
 */
name: string, };

/**
 * Names a step.
 */
export type StepNumber = { 
/**
 * Its number.
 */
op: number, };

/**
 * What taking back one older step would do.
 */
export type StepPreview = { 
/**
 * What would go back, in sentences; the first of them.
 */
back: Array<string>, 
/**
 * Sentences that are not among them.
 */
back_more: number, 
/**
 * What was changed since and would stay, in sentences; the first of them.
 */
kept: Array<string>, 
/**
 * Sentences that are not among them.
 */
kept_more: number, 
/**
 * There is something to take back.
 */
possible: boolean, };

/**
 * Asks what taking back one older step would do.
 */
export type StepPreviewGet = { 
/**
 * Its number.
 */
op: number, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, };

/**
 * A step of history in words.
 */
export type StepView = { 
/**
 * Its number.
 */
op: number, 
/**
 * Name of the operation.
 */
kind: string, 
/**
 * Its name in words.
 */
name: string, 
/**
 * What it did, in sentences, at most a dozen; `more` counts the rest.
 */
sentences: Array<string>, 
/**
 * Changes that are not among the sentences.
 */
more: number, 
/**
 * When, RFC 3339.
 */
at: string, 
/**
 * Who.
 */
by: string, 
/**
 * For which organization.
 */
organization: string, 
/**
 * `done`, `undone`, `dropped`, `noted`, `barrier`.
 */
state: string, 
/**
 * It touched what is private, or its words name a person of the plan. In a discreet answer nothing is.
 */
private: boolean, };

/**
 * Some rows in a run.
 */
export type Stretch = { 
/**
 * Position of the first.
 */
from: number, 
/**
 * How many.
 */
count: number, };

/**
 * A sub-group on the card of its group.
 */
export type SubGroup = { 
/**
 * The sub-group; its note is its term in words.
 */
row: RowBrief, 
/**
 * The number of its objective; empty: none.
 */
badge: string, 
/**
 * Who holds what there.
 */
roles: Array<RoleView>, 
/**
 * What is not stated of it: "Second co-lead not stated"; empty: nothing is missing.
 */
not_stated: string, };

/**
 * A suggested row.
 */
export type Suggestion = { 
/**
 * Id.
 */
id: string, 
/**
 * Short name.
 */
label: string, 
/**
 * Title, or which alias fitted.
 */
hint: string, };

/**
 * A column of the table.
 */
export type TableColumn = { 
/**
 * What it is taken for.
 */
role: string, 
/**
 * What stands above it; may be empty.
 */
heading: string, 
/**
 * The first text in it.
 */
sample: string, };

/**
 * A table that was pasted or kept as a file, and how it is to be read.
 */
export type TableGiven = { 
/**
 * Its plain text, separated by tabs, commas or semicolons.
 */
text?: string, 
/**
 * The same as HTML; empty: there is none.
 */
html?: string, 
/**
 * A file that it is read from instead.
 */
file?: string, 
/**
 * What each column is: `paragraph`, `action`, `asked`, `heading`, `conditions`, `none`; empty: it is looked for.
 */
columns?: Array<string>, 
/**
 * So many rows above say what the columns are; `null`: it is looked for.
 */
header?: number, 
/**
 * Who is meant by some words.
 */
choices?: Array<AskedChoice>, 
/**
 * Symbol of the instrument: one that is in the plan is filled.
 */
symbol?: string, };

/**
 * A row of the table that comes to nothing.
 */
export type TableLeft = { 
/**
 * Row of the table, from 1.
 */
row: number, 
/**
 * Its beginning.
 */
text: string, 
/**
 * Why, in words.
 */
why: string, };

/**
 * A provision that would be made or filled.
 */
export type TableLine = { 
/**
 * Row of the table, from 1.
 */
row: number, 
/**
 * Paragraph.
 */
paragraph: string, 
/**
 * Heading above it.
 */
heading: string, 
/**
 * What is asked for.
 */
action: string, 
/**
 * Who is asked.
 */
asked: Array<AskedPart>, 
/**
 * What should be known of it, in words.
 */
notes: Array<string>, };

/**
 * A table that was written.
 */
export type TableWritten = { 
/**
 * Lines below the head.
 */
rows: number, 
/**
 * Size of the file.
 */
bytes: number, };

/**
 * A piece of a text, and what became of it.
 */
export type TextMark = { 
/**
 * `same`, `inserted`, `deleted`.
 */
mark: string, 
/**
 * The text.
 */
text: string, };

/**
 * What of a lane lies outside the window.
 */
export type TimelineBeyond = { 
/**
 * How many rows of the plan.
 */
count: number, 
/**
 * Day of the nearest of them; empty: there are none.
 */
day: string, };

/**
 * Start and end, not before and not after; empty: open or not known.
 */
export type TimelineDays = { 
/**
 * It does not start before this day.
 */
start_not_before: string, 
/**
 * It does not start after this day.
 */
start_not_after: string, 
/**
 * It does not end before this day.
 */
end_not_before: string, 
/**
 * It does not end after this day.
 */
end_not_after: string, };

/**
 * One end of a link.
 */
export type TimelineEnd = { 
/**
 * The milestone.
 */
id: string, 
/**
 * Its first half row.
 */
top: number, 
/**
 * Its days.
 */
days: TimelineDays, };

/**
 * Rows of a gathered mark.
 */
export type TimelineGathered = { 
/**
 * One of the rows.
 */
row: RowKey, 
/**
 * How many to tell, at the most.
 */
limit: number, 
/**
 * Rows of when.
 */
source: Source, 
/**
 * The earlier state that is compared with; `null`: none.
 */
compare: Source | null, 
/**
 * Which milestones.
 */
query: ViewQuery, 
/**
 * Commitments that have dates are shown, too.
 */
commitments: boolean, 
/**
 * What a lane is: `objective`, `group`, `lead`, `plan`.
 */
lanes: string, 
/**
 * Keys of lanes that are folded; `null`: the one of rows that belong to none.
 */
folded: Array<string | null>, 
/**
 * How it is drawn.
 */
scale: TimelineScale, };

/**
 * A window of the timeline.
 */
export type TimelineGet = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * First half row.
 */
top: number, 
/**
 * Half row behind the last.
 */
bottom: number, 
/**
 * Which links are drawn: `none`, `selected`, `all`.
 */
links: string, 
/**
 * The row whose links are drawn, and where it stands is told.
 */
selected: RowKey | null, 
/**
 * Rows of when.
 */
source: Source, 
/**
 * The earlier state that is compared with; `null`: none.
 */
compare: Source | null, 
/**
 * Which milestones.
 */
query: ViewQuery, 
/**
 * Commitments that have dates are shown, too.
 */
commitments: boolean, 
/**
 * What a lane is: `objective`, `group`, `lead`, `plan`.
 */
lanes: string, 
/**
 * Keys of lanes that are folded; `null`: the one of rows that belong to none.
 */
folded: Array<string | null>, 
/**
 * How it is drawn.
 */
scale: TimelineScale, };

/**
 * A lane.
 */
export type TimelineLane = { 
/**
 * The row that its marks belong to; `null`: they belong to none.
 */
key: string | null, 
/**
 * Kind of that row.
 */
kind: string, 
/**
 * Its name.
 */
label: string, 
/**
 * Short sign beside it, such as the number of an objective; may be empty.
 */
badge: string, 
/**
 * How many rows of the plan are in it.
 */
count: number, 
/**
 * Its position among the lanes.
 */
index: number, 
/**
 * Its first half row.
 */
top: number, 
/**
 * Its rows.
 */
rows: number, 
/**
 * It is folded.
 */
folded: boolean, 
/**
 * What lies before the window.
 */
before: TimelineBeyond, 
/**
 * What lies after it.
 */
after: TimelineBeyond, };

/**
 * A milestone hangs on another.
 */
export type TimelineLink = { 
/**
 * What it hangs on.
 */
from: TimelineEnd, 
/**
 * What hangs.
 */
to: TimelineEnd, 
/**
 * Counted from the end of what it hangs on.
 */
from_end: boolean, 
/**
 * "30 days before".
 */
words: string, };

/**
 * A mark: one row of the plan, or several that are gathered.
 */
export type TimelineMark = { 
/**
 * Kind of its row; of the first, where it is gathered.
 */
kind: string, 
/**
 * Id of that row.
 */
id: string, 
/**
 * Position of its lane among all lanes.
 */
lane: number, 
/**
 * Its row within the lane.
 */
row: number, 
/**
 * How many rows of the plan it stands for.
 */
count: number, 
/**
 * Its label: the title, or when it is, where the title stands beside the lane.
 */
label: string, 
/**
 * All about it in a sentence.
 */
words: string, 
/**
 * When it is, in words.
 */
when: string, 
/**
 * Its days; of a gathered one the first and the last.
 */
days: TimelineDays, 
/**
 * Code of the kind of milestone; empty: not stated, or a commitment.
 */
sort: string, 
/**
 * One known day.
 */
exact: boolean, 
/**
 * It goes on without an end.
 */
goes_on: boolean, 
/**
 * The date is in doubt.
 */
doubt: boolean, 
/**
 * Its days are worked out from what it hangs on.
 */
computed: boolean, 
/**
 * It is over.
 */
past: boolean, 
/**
 * How many milestones hang on it.
 */
hanging: number, 
/**
 * The finest unit by which it can be moved: `day`, `month`, `quarter`, `half`, `year`, `decade`; empty: it has no date of
 * its own that could be moved.
 */
step: string, 
/**
 * What should be looked at, in words: it falls on a Sunday, or with others on one person in a week. May be empty.
 */
note: string, 
/**
 * What became of it: `same`, `moved`, `new`, `gone`.
 */
fate: string, 
/**
 * Where it was in the earlier state, where that is elsewhere.
 */
was: TimelineDays | null, 
/**
 * When it was, in words.
 */
was_when: string, };

/**
 * Where a row stands.
 */
export type TimelinePlace = { 
/**
 * Its first half row.
 */
top: number, 
/**
 * Its days.
 */
days: TimelineDays, 
/**
 * It stands in a gathered mark.
 */
gathered: boolean, };

/**
 * Some rows of a gathered mark.
 */
export type TimelineRows = { 
/**
 * The rows, each with when it is as its note.
 */
rows: Array<RowBrief>, 
/**
 * All of them.
 */
count: number, 
/**
 * When the first of them is, in words.
 */
first: string, 
/**
 * When the last of them is.
 */
last: string, 
/**
 * The first day and the last, where they are known.
 */
days: TimelineDays, };

/**
 * How the timeline is drawn: lengths in pixels.
 */
export type TimelineScale = { 
/**
 * Of a day.
 */
day: number, 
/**
 * Of a letter.
 */
letter: number, 
/**
 * Of the longest label.
 */
label: number, 
/**
 * Of a cell whose marks may be gathered into one.
 */
cell: number, 
/**
 * Rows of a lane, at the most; where more are needed, marks are gathered.
 */
rows: number, };

/**
 * A window of the timeline, and what lies around it.
 */
export type TimelineView = { 
/**
 * Newest step.
 */
op: number, 
/**
 * Today.
 */
today: string, 
/**
 * Rows that are on it.
 */
count: number, 
/**
 * Rows that were asked for and have no date.
 */
undated: number, 
/**
 * Its height in half rows.
 */
height: number, 
/**
 * How many lanes there are.
 */
lane_count: number, 
/**
 * First day that is known of any mark; empty: there are no marks.
 */
first: string, 
/**
 * Last day.
 */
last: string, 
/**
 * What became of its rows since the earlier state, in words; empty: nothing is compared.
 */
compared: string, 
/**
 * The lanes that reach into the window.
 */
lanes: Array<TimelineLane>, 
/**
 * The marks in it.
 */
marks: Array<TimelineMark>, 
/**
 * Marks that are not among them, because they are too many.
 */
marks_more: number, 
/**
 * The links that are drawn.
 */
links: Array<TimelineLink>, 
/**
 * Links that are not among them, because they are too many.
 */
links_more: number, 
/**
 * Where the selected row stands, where it is on the timeline.
 */
selected: TimelinePlace | null, };

/**
 * Rows that a question touches.
 */
export type TouchedRows = { 
/**
 * How many it touches.
 */
count: number, 
/**
 * Position of the first of `rows`.
 */
from: number, 
/**
 * The rows from there.
 */
rows: Array<RowBrief>, };

/**
 * Takes back the newest step.
 */
export type Undo = { 
/**
 * The user was asked about a step of an earlier sitting.
 */
confirmed: boolean, 
/**
 * The window is shown to others: the question and the announcement name nothing that is private.
 */
discreet?: boolean, };

/**
 * Whether a file is whole.
 */
export type VerifyAnswer = { 
/**
 * It is; what is not is an error.
 */
whole: boolean, 
/**
 * In words.
 */
message: string, };

/**
 * A row that is wanted with a window of a view, wherever it stands.
 */
export type ViewAnchor = { 
/**
 * The row.
 */
id: string, 
/**
 * Where it stood: if the view does not show it any more, the row that stands there instead is wanted.
 */
index: number, };

/**
 * Asks which values a field has, to filter by.
 */
export type ViewChoices = { 
/**
 * Kind of the rows.
 */
kind: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * What the view shows apart from this field's own filter.
 */
query: ViewQuery, 
/**
 * The field.
 */
field: string, };

/**
 * Asks for a window of a view.
 */
export type ViewGet = { 
/**
 * Kind of the rows.
 */
kind: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * What to show.
 */
query: ViewQuery, 
/**
 * Position of the first row.
 */
from: number, 
/**
 * Position behind the last row.
 */
to: number, 
/**
 * Fields to send; empty: all.
 */
fields: Array<string>, 
/**
 * A row that is wanted wherever it stands: the one that somebody is on.
 */
anchor?: ViewAnchor, };

/**
 * Asks for the rows of the earlier state that are no longer there.
 */
export type ViewGone = { 
/**
 * Kind of the rows.
 */
kind: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * What the view shows; with what it is compared stands in it.
 */
query: ViewQuery, 
/**
 * How many at the most.
 */
limit: number, };

/**
 * Asks where a row stands in a view.
 */
export type ViewPosition = { 
/**
 * Kind of the rows.
 */
kind: string, 
/**
 * Which rows are meant.
 */
source: Source, 
/**
 * What the view shows.
 */
query: ViewQuery, 
/**
 * The row.
 */
id: string, };

/**
 * What a view shows.
 */
export type ViewQuery = { 
/**
 * Words, all of which a row must hold.
 */
text: string, 
/**
 * Filters, all of which must hold.
 */
filters: Array<FilterBy>, 
/**
 * Order; empty: the order of the plan.
 */
sort: Array<SortBy>, 
/**
 * Field to group by.
 */
group: string | null, 
/**
 * The window is shown to others: what is private neither matches nor appears.
 */
discreet?: boolean, 
/**
 * The state that the rows are compared with.
 */
compare?: Source, 
/**
 * Only rows that are new or others than in that state.
 */
only_changed?: boolean, };

/**
 * A window of a view.
 */
export type ViewWindow = { 
/**
 * The newest step that it knows of.
 */
op: number, 
/**
 * Rows in the view.
 */
count: number, 
/**
 * Rows without filters.
 */
total: number, 
/**
 * Groups, without gaps; empty: not grouped.
 */
groups: Array<GroupView>, 
/**
 * Position of the first row of `rows`.
 */
from: number, 
/**
 * The rows from there.
 */
rows: Array<RowView>, 
/**
 * The anchor, or what stands in its place; `null`: it is among the rows, nothing was asked for, or there are no rows.
 */
anchor: PlacedRow | null, 
/**
 * What became of the rows that pass the filters since the state that is compared with; `null`: nothing is compared.
 */
compared: Compared | null, };

/**
 * Why a command was not carried out.
 */
export type WireError = { 
/**
 * `refused`: not allowed now. `stale`: gone or changed meanwhile. `broken`: disk, corruption, bug.
 */
sort: string, 
/**
 * Code of the message. Nobody matches words.
 */
code: string, 
/**
 * What happened and what to do, in the language of the request.
 */
message: string, 
/**
 * Arguments of the message.
 */
args: { [key in string]: string }, 
/**
 * For a report: what was being done and what the system said. Empty for refusals.
 */
details: string, };

/**
 * What a write did.
 */
export type Written = { 
/**
 * Number of the step; `null`: nothing changed, there is no step.
 */
op: number | null, 
/**
 * The row that was made.
 */
created: string | null, 
/**
 * What happened and how to take it back, for the live region.
 */
announcement: string, 
/**
 * What the person should know of it besides: a rule did something else than one would think. Empty: nothing.
 */
note: string, };

/** Every command with the shapes of its request and answer. */
export interface Commands {
  /** what the window needs when it starts */
  session_start: { request: Nothing; answer: Start };
  /** the window has painted its first rows */
  window_ready: { request: Nothing; answer: Done };
  /** changes settings of this person */
  settings_set: { request: SettingsSet; answer: Settings };
  /** shows a file that was just written in its folder */
  file_show: { request: FileArgument; answer: Done };
  /** opens a document that was just written in the program that is for it */
  file_open: { request: FileArgument; answer: Done };
  /** lets the user choose a file */
  file_choose: { request: FileChoose; answer: FileInfo | null };
  /** lets the user choose one file or several */
  files_choose: { request: Nothing; answer: Array<FileInfo> };
  /** opens a plan or a snapshot */
  plan_open: { request: FileArgument; answer: PlanSummary };
  /** shows the starter plan, read-only */
  plan_open_starter: { request: Nothing; answer: PlanSummary };
  /** shows what became known since, from public sources, read-only */
  plan_open_developments: { request: Nothing; answer: PlanSummary };
  /** makes a new plan and opens it */
  plan_new: { request: PlanNew; answer: PlanSummary };
  /** makes my own copy of what is open, and opens it */
  plan_copy: { request: FileArgument; answer: PlanSummary };
  /** closes what is open */
  plan_close: { request: Nothing; answer: PlanSummary };
  /** what the frame of the window shows */
  plan_summary: { request: Nothing; answer: PlanSummary };
  /** looks whether somebody else wrote, where the plan is only read */
  plan_refresh: { request: Nothing; answer: Refreshed };
  /** what the open plan or snapshot says of itself */
  plan_details: { request: Nothing; answer: PlanDetails };
  /** whether the file is whole */
  plan_verify: { request: Nothing; answer: VerifyAnswer };
  /** one hash of the content */
  plan_hash: { request: Nothing; answer: HashAnswer };
  /** kinds, fields, labels and choices */
  kinds_list: { request: Nothing; answer: Array<KindInfo> };
  /** a window of a filtered, sorted, grouped list */
  view_get: { request: ViewGet; answer: ViewWindow };
  /** where a row stands in a view */
  view_position: { request: ViewPosition; answer: number | null };
  /** rows of the state that a view is compared with that are no longer there */
  view_gone: { request: ViewGone; answer: GoneRows };
  /** values of a field to filter by */
  view_choices: { request: ViewChoices; answer: Array<ChoiceCount> };
  /** a range of cells as texts, for the clipboard */
  cells_copy: { request: CellRange; answer: CellTexts };
  /** the longest texts of columns, over all rows of a range */
  cells_longest: { request: CellRange; answer: LongestTexts };
  /** where words stand in the rows of a view */
  cells_find: { request: CellsFind; answer: Found };
  /** what several rows have in common */
  cells_common: { request: CellsCommon; answer: Common };
  /** what a change of many cells would do, and what it could not place */
  cells_preview: { request: CellsPreviewGet; answer: CellsPreview };
  /** a row with everything linked to it */
  row_get: { request: RowGet; answer: RowDetail };
  /** rows whose name fits what was typed */
  row_suggest: { request: RowSuggest; answer: Array<Suggestion> };
  /** where each objective stands */
  objectives_standing: { request: StandingGet; answer: Standing };
  /** what is under way and what comes next */
  milestones_next: { request: MilestonesNext; answer: Array<NextMilestone> };
  /** which days a milestone would have that hangs on another */
  milestone_days: { request: MilestoneDaysGet; answer: MilestoneDays };
  /** a window of the timeline: lanes, marks, links */
  timeline_get: { request: TimelineGet; answer: TimelineView };
  /** the rows that a gathered mark stands for */
  timeline_gathered: { request: TimelineGathered; answer: TimelineRows };
  /** which date a milestone would have, moved by so much */
  milestone_moved: { request: MilestoneMovedGet; answer: MilestoneMoved };
  /** rule packs of the plan, and those that come with the application */
  rule_packs: { request: Nothing; answer: Array<RulePackView> };
  /** which deadlines a rule pack makes of a meeting */
  rule_pack_days: { request: RulePackGet; answer: RulePackDays };
  /** takes rule packs that come with the application into the plan */
  rule_pack_take: { request: RulePackTake; answer: Written };
  /** lays out the deadlines of a rule pack before a meeting */
  rule_pack_apply: { request: RulePackApply; answer: Written };
  /** what a table of paragraphs, actions and who is asked says */
  instrument_read_table: { request: TableGiven; answer: InstrumentTable };
  /** makes an instrument with its provisions of a table */
  instrument_add: { request: InstrumentAdd; answer: Written };
  /** instruments that the plan can be carried forward to, and how far it is */
  carry_list: { request: CarryList; answer: Array<CarryInstrument> };
  /** paragraphs of an instrument, and what was decided about them */
  carry_get: { request: CarryGet; answer: CarryView };
  /** a paragraph, and the commitments that may answer it */
  carry_propose: { request: CarryPropose; answer: CarryProposals };
  /** says how a commitment answers a paragraph, or that it is none of ours */
  carry_decide: { request: CarryDecide; answer: Written };
  /** what an edition would end */
  edition_preview: { request: EditionPreview; answer: EditionReady };
  /** makes an edition of the plan: a state under a name of its own */
  edition_make: { request: EditionMake; answer: EditionMade };
  /** writes a picture of the window to a file */
  picture_write: { request: PictureWrite; answer: Done };
  /** all groups as a tree */
  group_tree: { request: GroupTree; answer: Array<GroupNode> };
  /** what is stated of a group, and what is not */
  group_card: { request: GroupGet; answer: GroupCard };
  /** how many roles somebody holds, and at the same time */
  roles_load: { request: RolesLoadGet; answer: Array<RolesLoad> };
  /** the annex as it is printed, line by line */
  matrix_annex: { request: AnnexGet; answer: Annex };
  /** how often each objective meets each action line, provision or goal */
  matrix_counts: { request: MatrixGet; answer: Matrix };
  /** the links that one cell of the matrix counts */
  matrix_links: { request: MatrixLinksGet; answer: MatrixLinks };
  /** writes the annex or the counts as a table (CSV) */
  matrix_write: { request: MatrixWrite; answer: TableWritten };
  /** rows that hold what was typed, and who holds a role, where that was asked */
  search_find: { request: SearchFind; answer: SearchFound };
  /** what the plan check noticed, by rule */
  questions_list: { request: QuestionsList; answer: Questions };
  /** the rows that a question touches */
  question_rows: { request: QuestionRows; answer: TouchedRows };
  /** rows that name a group or an organization */
  row_naming: { request: RowNaming; answer: TouchedRows };
  /** what a typed date means */
  date_understand: { request: DateUnderstand; answer: DateAnswer };
  /** sets many fields in one step */
  rows_set: { request: RowsSet; answer: Written };
  /** pastes, fills, empties, sets or replaces in many cells, in one step */
  cells_change: { request: CellsChange; answer: Written };
  /** deletes many rows in one step */
  rows_delete: { request: RowsDelete; answer: Written };
  /** puts rows behind another */
  rows_order: { request: RowsOrder; answer: Written };
  /** puts a new line into a cell of the annex */
  matrix_line_add: { request: AnnexLineAdd; answer: Written };
  /** puts a line of the annex behind another, in its cell or in another */
  matrix_line_move: { request: AnnexLineMove; answer: Written };
  /** takes a line out of the annex */
  matrix_line_remove: { request: AnnexLineRemove; answer: Written };
  /** takes milestones from the reference calendar */
  milestone_take: { request: MilestoneTake; answer: Written };
  /** moves a milestone to another date */
  milestone_move: { request: RowOnDay; answer: Written };
  /** concludes a group */
  group_conclude: { request: GroupConclude; answer: Written };
  /** has a group succeeded by another */
  group_succeed: { request: GroupSucceed; answer: Written };
  /** renames an organization and keeps the old name */
  organization_rename: { request: OrganizationRename; answer: Written };
  /** concludes an organization, or has it succeeded by another */
  organization_conclude: { request: OrganizationConclude; answer: Written };
  /** puts a role into another group or with another organization, or copies it there */
  assignment_move: { request: AssignmentMove; answer: Written };
  /** ends an assignment */
  assignment_end: { request: AssignmentEnd; answer: Written };
  /** reports on a commitment, or confirms that nothing changed */
  commitment_report: { request: CommitmentReport; answer: Written };
  /** says why what a question is about is intended */
  question_intended: { request: QuestionIntended; answer: Written };
  /** has what was said to be intended asked again */
  question_ask_again: { request: QuestionName; answer: Written };
  /** takes back the newest step */
  undo: { request: Undo; answer: Written };
  /** does again what was taken back last */
  redo: { request: Redo; answer: Written };
  /** steps in words, newest first */
  history_list: { request: HistoryList; answer: HistoryPage };
  /** what taking back an older step would do */
  step_preview: { request: StepPreviewGet; answer: StepPreview };
  /** takes back an older step, keeping what was changed since */
  step_take_back: { request: StepNumber; answer: Written };
  /** moments to look at, compare with and return to */
  moments_list: { request: Nothing; answer: Array<MomentView> };
  /** makes all content as it was, in one step */
  moment_return: { request: MomentReturn; answer: Written };
  /** restore points of the open plan, newest first */
  restore_points: { request: Nothing; answer: Array<RestorePointView> };
  /** restore points of a file that cannot be opened */
  restore_points_of: { request: FileArgument; answer: Array<RestorePointView> };
  /** keeps a copy of the plan as it is */
  restore_point_make: { request: RestorePointMake; answer: Written };
  /** makes all content as it is in a restore point, in one step */
  restore_point_return: { request: RestorePointName; answer: Written };
  /** copies a restore point to a file and opens it */
  restore_point_copy: { request: RestorePointCopy; answer: PlanSummary };
  /** what would go and what would stay */
  snapshot_preview: { request: SnapshotPreview; answer: SnapshotInfo };
  /** writes a snapshot to share */
  snapshot_write: { request: SnapshotWrite; answer: SnapshotInfo };
  /** makes a document of the plan: workbook, tables, calendar, Word, HTML */
  plan_export: { request: PlanExport; answer: Exported };
  /** documents for a council, and what became of them */
  documents_list: { request: DocumentsList; answer: DocumentsView };
  /** a document as it will be on paper, and what is to be said of it */
  document_paper: { request: DocumentPaper; answer: PaperView };
  /** makes a document with the customary structure, in one step */
  document_from_template: { request: DocumentFromTemplate; answer: Written };
  /** makes a revision of a document: a copy with its blocks, as a draft */
  document_revise: { request: DocumentRevise; answer: Written };
  /** puts a new block into a document, behind or before another */
  block_add: { request: BlockAdd; answer: Written };
  /** documents that were made of the plan, newest first */
  exports_list: { request: Nothing; answer: Array<ExportView> };
  /** differences between two states */
  compare: { request: Compare; answer: Changes };
  /** takes files of colleagues into a review */
  review_start: { request: ReviewStart; answer: ReviewStarted };
  /** what the open review shows: files, counts, findings */
  review_get: { request: ReviewGet; answer: ReviewView | null };
  /** reviews of this plan, newest first */
  reviews_list: { request: Nothing; answer: Array<ReviewBrief> };
  /** a window of what is proposed, in sentences */
  review_items: { request: ReviewItemsGet; answer: ReviewItems };
  /** decides one item or many */
  review_decide: { request: ReviewDecide; answer: ReviewDecided };
  /** applies a review, in one step */
  review_apply: { request: ReviewApply; answer: ReviewDone };
  /** closes a review, or opens it again */
  review_close: { request: ReviewClose; answer: Done };
  /** takes a file out of a review */
  review_put_back: { request: ReviewPutBack; answer: ReviewView };
  /** a text to ask a colleague back */
  review_letter: { request: ReviewLetterGet; answer: ReviewLetter };
  /** the minutes of a review */
  review_minutes: { request: ReviewMinutesGet; answer: ReviewMinutes };
  /** copies beside the plan that a sync client made */
  conflict_copies: { request: Nothing; answer: Array<ConflictCopy> };
  /** opens what lies in the place of the open plan, and reviews what was open into it */
  replaced_review: { request: Nothing; answer: ReviewStarted };
  /** writes the minutes of a review to a file */
  review_minutes_write: { request: ReviewMinutesWrite; answer: Done };
  /** writes a comparison to a file: text, JSON or CSV */
  compare_write: { request: CompareWrite; answer: Done };
  /** starts a reading command in the background */
  job_start: { request: JobStart; answer: JobView };
  /** how far a job is */
  job_get: { request: JobName; answer: JobView };
  /** asks a job to stop */
  job_cancel: { request: JobName; answer: JobView };
  /** makes a row */
  about_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  about_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  about_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  objective_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  objective_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  objective_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  instrument_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  instrument_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  instrument_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  provision_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  provision_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  provision_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  action_line_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  action_line_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  action_line_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  goal_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  goal_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  goal_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  role_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  role_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  role_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  organization_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  organization_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  organization_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  source_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  source_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  source_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  calendar_entry_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  calendar_entry_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  calendar_entry_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  rule_pack_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  rule_pack_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  rule_pack_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  rule_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  rule_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  rule_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  holiday_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  holiday_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  holiday_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  commitment_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  commitment_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  commitment_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  milestone_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  milestone_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  milestone_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  group_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  group_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  group_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  person_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  person_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  person_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  assignment_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  assignment_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  assignment_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  indicator_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  indicator_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  indicator_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  measurement_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  measurement_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  measurement_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  update_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  update_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  update_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  mapping_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  mapping_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  mapping_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  document_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  document_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  document_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  block_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  block_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  block_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  intent_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  intent_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  intent_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  statement_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  statement_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  statement_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  note_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  note_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  note_delete: { request: RowDelete; answer: Written };
  /** makes a row */
  saved_view_create: { request: RowCreate; answer: Written };
  /** sets one simple field */
  saved_view_set: { request: FieldSet; answer: Written };
  /** deletes a row and what is nothing without it */
  saved_view_delete: { request: RowDelete; answer: Written };
}

/** Names of commands. */
export type CommandName = keyof Commands;

/** Events of the back end. */
export interface Events {
  "plan-changed": PlanChanged;
  "plan-opened": Record<string, never>;
  "job-progress": JobView;
  "review-changed": Record<string, never>;
  "open-file": { file: string };
  "files-dropped": { files: string[] };
}

/** Fields of every kind, in order. */
export const FIELDS = {
  about: ["title", "description", "owner", "report_every"],
  objective: ["number", "title", "short_title", "aliases", "source", "source_para", "confidence", "ord"],
  instrument: ["symbol", "title", "short_title", "adopted", "adopted_words", "body", "address", "source", "confidence", "ord"],
  provision: ["instrument", "paragraph", "heading", "objective", "kind", "title", "verb", "action", "asked", "asked_organizations", "asked_groups", "conditions", "due", "due_words", "goals", "all_goals", "not_for_us", "not_for_us_because", "source", "confidence", "ord"],
  action_line: ["code", "title", "short_title", "chapeau", "aliases", "goals", "goals_confidence", "goals_source", "source", "source_para", "confidence", "ord"],
  goal: ["number", "title", "source", "confidence", "ord"],
  role: ["title", "ord"],
  organization: ["acronym", "name", "aliases", "kind", "parent", "members", "successor", "until", "until_words", "address", "source", "confidence", "ord"],
  source: ["symbol", "title", "short_title", "date", "date_words", "body", "address", "confidence", "ord"],
  calendar_entry: ["title", "kind", "date", "date_words", "place", "document_symbol", "outcome", "source", "source_para", "confidence", "ord"],
  rule_pack: ["title", "description", "source", "source_para", "confidence", "ord"],
  rule: ["title", "rule_pack", "kind", "anchor_distance", "anchor_unit", "anchor_from", "anchor_working", "organization", "description", "source", "source_para", "confidence", "ord"],
  holiday: ["title", "date", "date_words", "source", "confidence", "ord"],
  commitment: ["reference", "title", "description", "kind", "owner", "objective", "objectives", "lead", "lead_post", "partners", "status", "status_as_of", "status_as_of_words", "status_by", "superseded_by", "start", "start_words", "end", "end_words", "standing", "recurrence", "next_step", "no_further_steps", "source", "source_para", "basis", "basis_by", "as_of", "as_of_words", "resources", "risks", "evidence", "follow_up", "follow_up_reason", "ord", "annex", "annex_ord"],
  milestone: ["title", "kind", "description", "date", "date_words", "anchor", "anchor_distance", "anchor_unit", "anchor_from", "anchor_working", "place", "commitment", "group", "calendar_entry", "rule", "outcome", "document_symbol", "source", "source_para", "basis", "basis_by", "as_of", "as_of_words", "ord"],
  group: ["title", "acronym", "aliases", "kind", "parent", "objective", "mandate", "terms_of_reference", "start", "start_words", "end", "end_words", "successor", "meets", "source", "source_para", "basis", "basis_by", "as_of", "as_of_words", "ord"],
  person: ["name", "post", "organization", "email", "phone", "remarks", "ord"],
  assignment: ["group", "commitment", "milestone", "action_line", "organization", "person", "role", "state", "start", "start_words", "end", "end_words", "stated_as", "source", "source_para", "basis", "basis_by", "as_of", "as_of_words", "ord"],
  indicator: ["title", "counts", "unit", "commitment", "objective", "baseline", "baseline_as_of", "baseline_as_of_words", "target", "target_by", "target_by_words", "means_of_verification", "source", "source_para", "basis", "basis_by", "ord"],
  measurement: ["indicator", "qualifier", "value", "counted", "stated_as", "as_of", "as_of_words", "source", "source_para", "basis", "basis_by", "ord"],
  update: ["commitment", "date", "date_words", "status", "report", "evidence", "no_change", "reported_by", "source", "source_para", "ord"],
  mapping: ["commitment", "objective", "provision", "action_line", "goal", "group", "milestone", "answer", "reason", "source", "source_para", "basis", "basis_by", "as_of", "as_of_words", "ord", "annex", "annex_ord"],
  document: ["title", "symbol", "state", "body", "session", "place", "held", "held_words", "agenda_item", "date", "date_words", "original_language", "author", "purpose", "action_required", "cited", "revision_of", "follows", "ord"],
  block: ["document", "kind", "level", "numbered", "text", "caption", "landscape", "objective", "organization", "status", "holds", "since", "ord"],
  intent: ["rule", "subject", "because", "rows", "said_by", "date", "date_words", "ord"],
  statement: ["commitment", "milestone", "group", "organization", "objective", "provision", "action_line", "goal", "instrument", "indicator", "said_to", "said", "verbatim", "said_by", "date", "date_words", "session", "source", "source_para", "ord"],
  note: ["commitment", "milestone", "group", "organization", "objective", "provision", "action_line", "goal", "instrument", "indicator", "text", "audience", "author", "date", "date_words", "ord"],
  saved_view: ["name", "shape", "ord"],
} as const;

/** Names of kinds. */
export type KindName = keyof typeof FIELDS;
