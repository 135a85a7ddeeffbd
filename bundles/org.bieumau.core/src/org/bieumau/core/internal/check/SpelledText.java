/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.ADDRESSEE_GROUP__NOTE;
import static org.bieumau.model.BieumauPackage.Literals.APPENDIX__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.CAMPAIGN__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.CHART__DESCRIPTION;
import static org.bieumau.model.BieumauPackage.Literals.CHART__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.CITATION__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_ITEM__INSTRUCTION;
import static org.bieumau.model.BieumauPackage.Literals.COLUMN_ITEM__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.CONTENT_PART__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.DOCUMENT__SUBJECT;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.FORM_TEMPLATE__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR_LIST__SECTION_TITLE;
import static org.bieumau.model.BieumauPackage.Literals.INDICATOR__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.LEGAL_BASIS__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.PLACEHOLDER_SPEC__ENTRY_TEXT;
import static org.bieumau.model.BieumauPackage.Literals.PLACEHOLDER_SPEC__SECTION_TEXT;
import static org.bieumau.model.BieumauPackage.Literals.RECIPIENT_ITEM__NOTE;
import static org.bieumau.model.BieumauPackage.Literals.RECIPIENT__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.RENAME_INDICATOR__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.RENAME_ITEM__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.RULE__MESSAGE;
import static org.bieumau.model.BieumauPackage.Literals.SECTION__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.SIGNATURE__POSITION;
import static org.bieumau.model.BieumauPackage.Literals.TERM__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_RUN__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.TEXT_VALUE__TEXT;
import static org.bieumau.model.BieumauPackage.Literals.VOCABULARY__TITLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.core.internal.spelling.SpellingText;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TableCell;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/**
 * A text that is printed as one: a line of prose with all its runs, or the text of another element.
 *
 * @param text the text, with {@link SpellingText#OTHER} for what is computed
 * @param pieces the runs of a line, or the text itself
 */
record SpelledText(String text, List<Piece> pieces) {

    /** A part of a text that is written at one place of the file. */
    private record Piece(int start, int end, Spot spot) {}

    /** The texts that are printed, except those of lines, whose runs are checked together. */
    private static final List<EAttribute> TEXTS = List.of(
            ADDRESSEE_GROUP__NOTE,
            APPENDIX__TITLE,
            CAMPAIGN__TITLE,
            CHART__DESCRIPTION,
            CHART__TITLE,
            CITATION__SUBJECT,
            COLUMN_ITEM__INSTRUCTION,
            COLUMN_ITEM__TITLE,
            CONTENT_PART__TITLE,
            DOCUMENT__SUBJECT,
            ENTRY__TITLE,
            FORM_TEMPLATE__TITLE,
            INDICATOR_LIST__SECTION_TITLE,
            INDICATOR__TITLE,
            LEGAL_BASIS__TEXT,
            PLACEHOLDER_SPEC__ENTRY_TEXT,
            PLACEHOLDER_SPEC__SECTION_TEXT,
            RECIPIENT_ITEM__NOTE,
            RECIPIENT__TEXT,
            RENAME_INDICATOR__TITLE,
            RENAME_ITEM__TITLE,
            RULE__MESSAGE,
            SECTION__TITLE,
            SIGNATURE__POSITION,
            TERM__TITLE,
            TEXT_VALUE__TEXT,
            VOCABULARY__TITLE);

    private static final Map<EClass, List<EAttribute>> TEXTS_OF = new ConcurrentHashMap<>();

    /** Returns the texts of an element, without those of its contents. Names of agencies and people are left out. */
    static List<SpelledText> of(EObject element) {
        return switch (element) {
            case Paragraph paragraph -> ofRuns(paragraph.getRuns());
            case TableCell cell -> ofRuns(cell.getRuns());
            case NoteRun note -> ofRuns(note.getRuns());
            default -> {
                var texts = new ArrayList<SpelledText>();
                for (var feature : features(element.eClass())) {
                    if (element.eGet(feature) instanceof String text) {
                        texts.add(ofFeature(element, feature, text));
                    }
                }
                yield texts;
            }
        };
    }

    private static SpelledText ofFeature(EObject element, EAttribute feature, String text) {
        return new SpelledText(text, List.of(new Piece(0, text.length(), new Spot(element, feature, null))));
    }

    private static List<EAttribute> features(EClass type) {
        return TEXTS_OF.computeIfAbsent(
                type,
                key -> TEXTS.stream().filter(key.getEAllAttributes()::contains).toList());
    }

    private static List<SpelledText> ofRuns(List<Run> runs) {
        if (runs.size() == 1 && runs.getFirst() instanceof TextRun run && run.getText() != null) {
            return List.of(ofFeature(run, TEXT_RUN__TEXT, run.getText()));
        }
        var text = new StringBuilder();
        var pieces = new ArrayList<Piece>();
        add(runs, text, pieces);
        return pieces.isEmpty() ? List.of() : List.of(new SpelledText(text.toString(), pieces));
    }

    private static void add(List<Run> runs, StringBuilder text, List<Piece> pieces) {
        for (var run : runs) {
            switch (run) {
                case TextRun typed
                when typed.getText() != null -> {
                    var start = text.length();
                    text.append(typed.getText());
                    pieces.add(new Piece(start, text.length(), new Spot(typed, TEXT_RUN__TEXT, null)));
                }
                case StyledRun styled when !styled.isSuperscript() -> add(styled.getRuns(), text, pieces);
                default -> text.append(SpellingText.OTHER);
            }
        }
    }

    /** Returns the place of a part of the text; empty if it belongs to several runs. */
    Optional<Spot> spot(int start, int end) {
        return pieces.stream()
                .filter(piece -> piece.start() <= start && end <= piece.end())
                .findFirst()
                .map(piece -> piece.spot().at(start - piece.start(), end - piece.start()));
    }
}
