# Words of the screen Documents: what goes to the Council.

documents-list = All documents
documents-new = New document…
documents-new-title = New document
documents-new-keep = Make the document
documents-new-begin = Begin with
documents-new-template = The customary structure
documents-new-empty = An empty page
documents-new-template-text = Purpose and action required, a section for each objective, groups, milestones, indicators, reports, and the annex. Every part can be changed, moved or taken out.
documents-new-empty-text = A title, and nothing else. Words and tables are added one by one.
documents-revise = Make a revision
documents-revise-hint = A copy that is a draft again; this one stays as it is
documents-details = Show details and history
documents-menu = More for this document
documents-export = Export…
documents-delete = Delete document
documents-delete-title = Delete “{ $document }”?
documents-delete-text =
    { $count ->
        [0] It has no blocks. This can be undone.
        [one] Its { $count } block goes with it. The rows of the plan stay. This can be undone.
       *[other] Its { $count } blocks go with it. The rows of the plan stay. This can be undone.
    }

## The list

documents-no-symbol = symbol not known
documents-no-state = state not stated
documents-revision-of = Revision of { $name }
documents-follows = Follows { $name }
documents-followed-by = Followed by { $name }
documents-revisions =
    { $count ->
        [one] { $count } revision
       *[other] { $count } revisions
    }

## Nothing there yet

documents-empty-title = The Council document, written from the plan
documents-empty-text = A document draws its tables and figures from the rows of the plan: change a commitment, and the page follows. Begin with the customary structure, write your paragraphs, and export it to Word.
documents-empty-copy = This plan is only read. Make your own copy, then write your document in it.

## What is seen of it

documents-views = What is shown
documents-view-write = Write
documents-view-both = Both
documents-view-page = Page
documents-facts = State and length
documents-page = The page as it will be printed
documents-page-failed = The page could not be made
documents-changed = What has changed, and what is old
documents-changed-since = Changed since { $when } ({ $file })
documents-changed-none = None of the rows that the document shows. Only its own words changed.
documents-old = Older than six months
documents-old-of = { $row }: { $fact }
documents-more =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }

## Head, box and relations

documents-section-head = Header
documents-section-box = Box
documents-section-links = Earlier and later documents
documents-family-revised = Goes back to
documents-family-follows = Follows
documents-family-revisions = Its revisions
documents-family-followed = Followed by
documents-section-files = As exported and issued
documents-files-none = No file was made of it yet.
documents-file-name = { $name }, { $state }, { $when }
documents-file-clean = without marked changes
documents-file-since = changes marked since { $since }
documents-file-against = changes marked against { $document }
documents-file-step = step { $step }, SHA-256 { $sum }…
documents-file-look = See as it was
documents-file-looked = This is what you are looking at.
documents-file-compare = Changes since…
documents-file-again = Make again…
documents-file-not-again = It marks changes since a file that is not kept in this plan.
documents-redline = Word with changes since the last file…
documents-redline-revised = Word with changes against what it revises…
documents-off-revision = It is no revision of another document.
documents-redline-name = { $name }, with changes
documents-form-empty = Nothing is stated here.
documents-symbol-unknown = empty while it is not known
documents-held-example = for example 28 April – 8 May 2026

## The outline

documents-outline = Outline
documents-no-blocks = Nothing is written yet. Add a heading, a paragraph or a table of the plan.
documents-no-words = no words yet
documents-words-of = Words of the { $kind }
documents-words-new = Words of the new block
documents-level = level { $level }
documents-edit-hint = Enter keeps · Shift+Enter new line · Ctrl+Enter keeps and goes on · Esc leaves it as it was
documents-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
documents-landscape = landscape
documents-finding = to look at
documents-settings = What the { $kind } shows
documents-caption-example = with one, it is a table
documents-since-example = the last export; or a snapshot
documents-kind-heading = A title of a section
documents-kind-paragraph = Numbered as the Council numbers
documents-kind-dash = An entry of a list
documents-kind-commitments = Who does what, by when, how far
documents-kind-annex = Objectives by WSIS process and activities
documents-kind-milestones = What happens when
documents-kind-groups = Who sits where
documents-kind-indicators = What is counted
documents-kind-updates = What was reported since
documents-kind-changes = What is other than before
documents-add-words = Words
documents-add-rows = Rows of the plan
documents-add-after = Add a block after this one
documents-add-end = Add a block
documents-add-paragraph = Add a paragraph
documents-add-heading = Add a heading
documents-block-menu = More for “{ $name }”
documents-block-edit = Edit the words
documents-block-up = Move block up
documents-block-down = Move block down
documents-section-up = Move section up
documents-section-down = Move section down
documents-block-delete = Delete block
documents-place = Its place
documents-moved-section = Section of { $blocks } blocks moved to place { $place } of { $count }.
documents-moved = Moved to place { $place } of { $count }.
documents-off-none = There is no document yet.
documents-off-heading = Choose a heading of the document first.
documents-off-block = Choose a block of the document first.
