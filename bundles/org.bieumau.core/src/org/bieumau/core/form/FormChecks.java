/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import static org.bieumau.model.BieumauPackage.Literals.CELL__VALUE;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.FORM__TEMPLATE;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;
import static org.bieumau.model.BieumauPackage.Literals.SECTION__TITLE;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bieumau.core.expression.EvaluationException;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.core.form.ResolvedTemplate.Group;
import org.bieumau.core.form.ResolvedTemplate.Leaf;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.text.VietnameseText;
import org.bieumau.model.Cell;
import org.bieumau.model.ColumnType;
import org.bieumau.model.ContentPart;
import org.bieumau.model.DateValue;
import org.bieumau.model.Entry;
import org.bieumau.model.Expression;
import org.bieumau.model.Form;
import org.bieumau.model.MarkValue;
import org.bieumau.model.NumberValue;
import org.bieumau.model.Paragraph;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;
import org.bieumau.model.TermValue;
import org.bieumau.model.TextRun;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Checks filled forms against their template. Row checks see one row each, so rows may come from anywhere. */
public final class FormChecks {

    private final ResolvedTemplate template;
    private final Consumer<Finding> report;

    public FormChecks(ResolvedTemplate template, Consumer<Finding> report) {
        this.template = template;
        this.report = report;
    }

    /** Checks a form with all the rows that lie in the model. A blank form has none to check. */
    public void check(Form form) {
        checkValidity(form);
        if (form.isBlank()) {
            return;
        }
        for (var section : form.getSections()) {
            var vocabulary = template.sections().map(spec -> spec.getVocabulary());
            if (template.sections().isEmpty()) {
                error("FORM-NO-SECTIONS", section, null, template.template().getName());
            } else if (section.getTitle() != null && vocabulary.isPresent()) {
                error("FORM-SECTION-TERM", section, SECTION__TITLE, section.getTitle(), vocabulary.get().getName());
            } else if (section.getEntries().isEmpty()) {
                report.accept(Finding.of("FORM-SECTION-EMPTY", Severity.WARNING, section, null, FormRows.name(section)));
            }
            section.getEntries().forEach(this::check);
        }
        form.getEntries().forEach(this::check);
        if (form.getDataSource() == null) {
            var entries = Names.entries(form).size();
            if (entries < template.minimumEntries()) {
                error("FORM-ENTRIES", form, NAMED__NAME, template.minimumEntries(), entries);
            }
            checkRules(form);
        }
    }

    /** A form of another year often uses a template that holds no more, or not yet. */
    private void checkValidity(Form form) {
        var date = date(form);
        var from = template.template().getValidFrom();
        var to = template.template().getValidTo();
        if (date != null && (from != null && date.latest().isBefore(from.earliest()) || to != null && date.earliest().isAfter(to.latest()))) {
            report.accept(Finding.of("FORM-TEMPLATE-DATE", Severity.WARNING, form, FORM__TEMPLATE, template.template().getName(),
                    from == null ? "…" : from, to == null ? "…" : to, date));
        }
    }

    /** The date of the document that the form goes with, else its period where that is a year. */
    private static PartialDate date(Form form) {
        if (form.getAttachedTo() != null && form.getAttachedTo().getDate() != null) {
            return form.getAttachedTo().getDate();
        }
        var period = form.getPeriod();
        return period != null && period.matches("[1-9]\\d{3}") ? new PartialDate(0, 0, Integer.parseInt(period)) : null;
    }

    private void checkRules(Form form) {
        var names = Names.of(form);
        for (var rule : template.rules()) {
            if (rule.getCondition() == null) {
                continue;
            }
            try {
                if (RowRules.isForRows(rule, template)) {
                    var entries = Names.entries(form);
                    Map<Expression, Object> same = entries.isEmpty() ? Map.of()
                            : RowRules.same(rule, name -> names.member(entries.get(0), name).isPresent(), names);
                    for (var entry : entries) {
                        check(rule, names.behind(name -> names.member(entry, name)), same, entry, ENTRY__TITLE);
                    }
                } else {
                    check(rule, names, Map.of(), form, NAMED__NAME);
                }
            } catch (EvaluationException e) {
                error(e.code(), form, NAMED__NAME, e.arguments());
            }
        }
    }

    private void check(Rule rule, Evaluator.Scope names, Map<Expression, Object> known, EObject element, EStructuralFeature feature) {
        if (new Evaluator(names, known).truth(rule.getCondition())) {
            report.accept(new Finding("FORM-RULE", rule.getSeverity(), RowRules.message(rule, names) + " [" + rule.getName() + "]", element,
                    feature, List.of(String.valueOf(rule.getName()))));
        }
    }

    /** Checks a row. */
    public void check(Entry entry) {
        for (var cell : entry.getCells()) {
            checkType(cell);
        }
        for (var column : template.columns()) {
            if (!applies(entry, column)) {
                continue;
            }
            var value = Entries.value(entry, column, template).filter(Entries::isFilled);
            if (column.source().isRequired() && value.isEmpty() && column.type() != ColumnType.ORDINAL
                    && column.type() != ColumnType.COMPUTED) {
                error("FORM-REQUIRED", entry, ENTRY__TITLE, column.title(), column.name());
            }
            if (value.isPresent() && value.get() instanceof Prose prose && !column.source().getParts().isEmpty()) {
                checkParts(prose, column, entry);
            }
        }
        template.groups().forEach(group -> checkGroup(entry, group));
    }

    /** Whether a column applies to a row; what is written where it does not is reported. */
    private boolean applies(Entry entry, Leaf column) {
        try {
            var applies = Entries.applies(entry, column, template);
            var cell = applies ? null : cell(entry, column);
            if (cell != null && cell.getValue() != null && Entries.isFilled(cell.getValue())) {
                error("FORM-NOT-APPLICABLE", cell, null, column.title());
            }
            return applies;
        } catch (EvaluationException e) {
            error(e.code(), entry, ENTRY__TITLE, e.arguments());
            return true;
        }
    }

    private void checkGroup(Entry entry, Group group) {
        var filled = new ArrayList<Leaf>();
        for (var item : group.items()) {
            if (item instanceof Leaf leaf && Entries.value(entry, leaf, template).filter(Entries::isFilled).isPresent()) {
                filled.add(leaf);
            }
        }
        if (group.source().isExactlyOne() && filled.size() != 1) {
            var second = filled.size() < 2 ? null : cell(entry, filled.get(1));
            error(filled.isEmpty() ? "FORM-EXACTLY-ONE-NONE" : "FORM-EXACTLY-ONE", second != null ? second : entry,
                    second != null ? null : ENTRY__TITLE, group.title(),
                    String.join(", ", filled.stream().map(leaf -> "«" + leaf.title() + "»").toList()));
        }
        var minimum = group.source().getMinimum();
        if (minimum != null && filled.size() < minimum) {
            error("FORM-AT-LEAST", entry, ENTRY__TITLE, group.title(), minimum, filled.size());
        }
    }

    private static Cell cell(Entry entry, Leaf column) {
        return entry.getCells().stream().filter(cell -> cell.getColumn() == column.source()).findFirst().orElse(null);
    }

    private void checkType(Cell cell) {
        var column = cell.getColumn();
        if (column == null || column.eIsProxy() || cell.getValue() == null) {
            return;
        }
        if (template.column(column).isEmpty()) {
            error("FORM-DROPPED", cell, null, column.getName());
        } else if (!accepts(column.getType(), cell.getValue())) {
            error("FORM-TYPE-" + column.getType().getName(), cell, CELL__VALUE, column.getName());
        }
    }

    private static boolean accepts(ColumnType type, Value value) {
        return switch (type) {
            case TEXT -> value instanceof TextValue || value instanceof NumberValue || value instanceof DateValue
                    || value instanceof Prose;
            case PROSE -> value instanceof Prose || value instanceof TextValue;
            case NUMBER, MONEY -> value instanceof NumberValue;
            case DATE -> value instanceof DateValue;
            case CHOICE -> value instanceof TermValue;
            case MARK -> value instanceof MarkValue;
            case ORDINAL, COMPUTED -> false;
        };
    }

    /** A labelled part begins a paragraph with its label; parts come in the order of the template. */
    private void checkParts(Prose prose, Leaf column, Entry entry) {
        var paragraphs = new ArrayList<String>();
        for (var each = EcoreUtil.<EObject>getAllContents(prose, true); each.hasNext();) {
            if (each.next() instanceof Paragraph paragraph) {
                paragraphs.add(comparable(text(paragraph)));
            }
        }
        var from = 0;
        for (var part : column.source().getParts()) {
            var at = find(part, column, paragraphs, from);
            if (at >= 0) {
                from = at + 1;
            } else if (!part.isOptional()) {
                var code = find(part, column, paragraphs, 0) >= 0 ? "FORM-PART-ORDER" : "FORM-PART";
                error(code, prose.eContainer() instanceof Cell ? prose.eContainer() : entry, null,
                        part.getTitle() == null ? part.getName() : part.getTitle(), column.title());
            }
        }
    }

    private static int find(ContentPart part, Leaf column, List<String> paragraphs, int from) {
        for (int i = from; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            if (part.getTitle() != null ? begins(paragraph, part)
                    : column.source().getParts().stream().noneMatch(other -> begins(paragraph, other))) {
                return i;
            }
        }
        return -1;
    }

    /** A part without a label is a paragraph that begins with none. */
    private static boolean begins(String paragraph, ContentPart part) {
        return part.getTitle() != null && paragraph.startsWith(comparable(part.getTitle()));
    }

    private static String comparable(String text) {
        return VietnameseText.fold(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static String text(Paragraph paragraph) {
        var text = new StringBuilder();
        for (var each = EcoreUtil.<EObject>getAllContents(paragraph, true); each.hasNext();) {
            if (each.next() instanceof TextRun run && run.getText() != null) {
                text.append(run.getText());
            }
        }
        return text.toString();
    }

    private void error(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report.accept(Finding.of(code, Severity.ERROR, element, feature, arguments));
    }
}
