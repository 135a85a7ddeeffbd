/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.read;

import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.Datum.Kind;
import org.bieumau.core.internal.prose.Numbering;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.DateValue;
import org.bieumau.model.MarkValue;
import org.bieumau.model.NumberValue;
import org.bieumau.model.Paragraph;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TermValue;
import org.bieumau.model.TextRun;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.bieumau.reading.internal.values.ProseBuilder;

/** Converts values between the model and records. */
public final class Values {

    private Values() {}

    /** Returns the record of a value; empty for a value without content. */
    public static Optional<Datum> datum(Value value) {
        return switch (value) {
            case NumberValue number -> Optional.ofNullable(number.getNumber()).map(Datum::of);
            case DateValue date -> Optional.ofNullable(date.getDate()).map(each -> new Datum(Kind.DATE, written(each)));
            case MarkValue mark -> Optional.of(new Datum(Kind.MARK, ""));
            case TermValue term ->
                Optional.ofNullable(term.getTerm())
                        .filter(each -> !each.eIsProxy() && each.getTitle() != null)
                        .map(each -> new Datum(Kind.TERM, each.getTitle()));
            case TextValue text ->
                Optional.ofNullable(text.getText())
                        .filter(each -> !each.isBlank())
                        .map(Datum::text);
            case Prose prose ->
                Optional.of(text(prose)).filter(each -> !each.isBlank()).map(each -> new Datum(Kind.PROSE, each));
            case null, default -> Optional.empty();
        };
    }

    private static String written(PartialDate date) {
        return (date.day() == 0 ? "…" : Integer.toString(date.day())) + "/"
                + (date.month() == 0 ? "…" : Integer.toString(date.month()))
                + "/%04d".formatted(date.year());
    }

    /** Returns the text of prose, one line per paragraph. */
    public static String text(Prose prose) {
        return prose.getLines().stream()
                .filter(Paragraph.class::isInstance)
                .map(line -> {
                    var paragraph = (Paragraph) line;
                    var marker = paragraph.getMarker() == null
                                    || paragraph.getMarker().getText() == null
                            ? ""
                            : paragraph.getMarker().getText() + " ";
                    return marker
                            + paragraph.getRuns().stream().map(Values::text).collect(Collectors.joining());
                })
                .collect(Collectors.joining("\n"));
    }

    private static String text(Run run) {
        return switch (run) {
            case TextRun text -> text.getText() == null ? "" : text.getText();
            case StyledRun styled -> styled.getRuns().stream().map(Values::text).collect(Collectors.joining());
            default -> "";
        };
    }

    /** Returns a new value of the model for a record. */
    public static Value value(Datum datum, Column column) {
        var factory = BieumauFactory.eINSTANCE;
        switch (datum.kind()) {
            case DECIMAL -> {
                var value = factory.createNumberValue();
                value.setNumber(datum.number());
                return value;
            }
            case DATE -> {
                var value = factory.createDateValue();
                value.setDate(PartialDate.valueOf(datum.text()));
                return value;
            }
            case MARK -> {
                return factory.createMarkValue();
            }
            case TERM -> {
                var term = Terms.find(column.getVocabulary(), datum.text());
                if (term.isPresent()) {
                    var value = factory.createTermValue();
                    value.setTerm(term.get());
                    return value;
                }
                return text(datum.text());
            }
            case PROSE -> {
                return prose(datum.text());
            }
            default -> {
                return text(datum.text());
            }
        }
    }

    private static Value text(String text) {
        var value = BieumauFactory.eINSTANCE.createTextValue();
        value.setText(text);
        return value;
    }

    /** Returns the prose of lines of text. */
    public static Prose prose(String text) {
        var prose = ProseBuilder.of(text.lines().toList());
        if (!isInOrder(prose)) {
            // The numbers of several texts would count on from one text to the next.
            prose.getLines().forEach(Values::withoutNumber);
        }
        return prose;
    }

    private static boolean isInOrder(Prose prose) {
        var numbering = new Numbering();
        return prose.getLines().stream()
                .filter(Paragraph.class::isInstance)
                .map(line -> ((Paragraph) line).getMarker())
                .filter(marker -> marker != null && marker.getLevel() != null)
                .allMatch(marker -> {
                    var inOrder = marker.getNumber() == 0
                            || numbering.expected(marker.getLevel()).orElse(1) == marker.getNumber();
                    numbering.next(marker.getLevel(), marker.getNumber());
                    return inOrder;
                });
    }

    private static void withoutNumber(ProseLine line) {
        if (line instanceof Paragraph paragraph
                && paragraph.getMarker() != null
                && paragraph.getMarker().getNumber() > 0
                && paragraph.getRuns().getFirst() instanceof TextRun first) {
            first.setText(paragraph.getMarker().getText() + " " + first.getText());
            paragraph.setMarker(null);
        }
    }
}
