# The neutral questionnaire: it suggests no answer, and every file is in it, in the order of their names.

questions-column-reference = Reference
questions-column-person = Person asked
questions-column-contact = Contact detail in question
questions-column-file = File
questions-column-title = Organisation and its list
questions-column-answer = Answer
questions-column-since = Since when
questions-column-given-as = With which address
questions-column-exclusive = To nobody else
questions-column-note = Remark

questions-none = none of these
questions-unknown = do not know
questions-yes = yes
questions-no = no
questions-table-hint = In the column “Answer” write { $yes }, { $no } or “do not know” on each line; what is left empty stays unanswered.

questions-form-title = Questionnaire
questions-form-reference = Reference: { $reference }
questions-form-person = Person asked: { $person }
questions-form-contact = The question is about this contact detail: { $contact }
questions-form-intro = Answer from memory or, better, from your papers. No answer is expected rather than another, and “do not know” is one. The files are in the order of their names.
questions-form-ask = In the files of which of these organisations were you, since when, and with which address or number?
questions-form-when = since (and until): ………………… with the address or number: …………………
questions-form-else = Did you give this same contact detail to others as well?
questions-form-else-nobody = to nobody else
questions-form-else-others = to others: …………………
questions-form-else-unknown = do not know
questions-form-remark = Anything else
questions-form-sign = Date: ………………… Signature: …………………

questions-done = { $n ->
    [one] Questionnaire for { $count } person: { $file }
   *[other] Questionnaire for { $count } people: { $file }
}
questions-forms-done = { $n ->
    [one] { $count } form to print: { $folder }
   *[other] { $count } forms to print: { $folder }
}
questions-read-back = Once filled in it is read back as it is: sourcier import { $case } { $file } --as statements

## What was answered

questions-said-yes = Says they were in the file “{ $source }”.
questions-said-only = Says they gave this contact detail to the holder of the file “{ $source }” only.
questions-said-no = Says they were not in the file “{ $source }”; the reasoning makes no use of it.
questions-said-since = Since: { $day }.
questions-said-as = With: { $given }.
questions-said-reliability = Reliability: { $reliability }.
questions-said-note = Remark: “{ $note }”.
