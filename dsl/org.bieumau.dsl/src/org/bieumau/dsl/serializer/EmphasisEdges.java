/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.serializer;

import java.util.List;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.text.Emphasis;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.model.CitationRun;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.NoteRun;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TextRun;

/** Escapes text next to stars that would not be marks of emphasis there, as within a word. */
final class EmphasisEdges {

    private static final char NONE = ' ';
    /** Placeholder for text that makes an escape necessary. */
    private static final char LETTER = 'a';

    private EmphasisEdges() {}

    /**
     * Returns the source of a run with its first or last character escaped where necessary.
     *
     * @param written the source of the run
     */
    static String escaped(TextRun run, String written) {
        return escapedAtEnd(run, escapedAtBeginning(run, written));
    }

    private static String escapedAtBeginning(TextRun run, String written) {
        var outer = outermost(run, true);
        var first = written.startsWith("\\") ? Emphasis.ESCAPED : written.charAt(0);
        var before = neighbour(outer, -1);
        var isMark = outer != run
                ? Emphasis.canBegin(last(before), first, ((StyledRun) outer).isBold() ? 2 : 1)
                        && !PlainProse.isPunctuation(written)
                : !(before instanceof StyledRun styled)
                        || styled.isSuperscript()
                        || leaf(styled, false) instanceof TextRun
                        || Emphasis.canEnd(last(leaf(styled, false)), first);
        return isMark ? written : ProseText.firstEscaped(written);
    }

    private static String escapedAtEnd(TextRun run, String written) {
        var outer = outermost(run, false);
        var end = written.length() - 1;
        var last = ProseText.isEscaped(written, end) ? Emphasis.ESCAPED : written.charAt(end);
        var after = neighbour(outer, 1);
        var isMark = outer != run
                ? Emphasis.canEnd(last, first(after))
                : !(after instanceof StyledRun styled)
                        || styled.isSuperscript()
                        || leaf(styled, true) instanceof TextRun
                        || Emphasis.canBegin(last, first(leaf(styled, true)), styled.isBold() ? 2 : 1);
        return isMark ? written : ProseText.lastEscaped(written);
    }

    /** Returns the outermost emphasis that begins or ends with a run; the run itself if there is none. */
    private static Run outermost(Run run, boolean atBeginning) {
        return run.eContainer() instanceof StyledRun styled
                        && !styled.isSuperscript()
                        && run
                                == (atBeginning
                                        ? styled.getRuns().getFirst()
                                        : styled.getRuns().getLast())
                ? outermost(styled, atBeginning)
                : run;
    }

    private static Run neighbour(Run run, int distance) {
        var all = (List<?>) run.eContainer().eGet(run.eContainingFeature());
        var index = all.indexOf(run) + distance;
        return index < 0 || index >= all.size() ? null : (Run) all.get(index);
    }

    private static Run leaf(Run run, boolean first) {
        return run instanceof StyledRun styled
                        && !styled.isSuperscript()
                        && !styled.getRuns().isEmpty()
                ? leaf(first ? styled.getRuns().getFirst() : styled.getRuns().getLast(), first)
                : run;
    }

    private static char last(Run run) {
        return switch (run) {
            case null -> NONE;
            case TextRun text
            when !text.getText().isEmpty() ->
                text.getText().charAt(text.getText().length() - 1);
            case CitationRun citation -> ']';
            case NoteRun note -> ']';
            case InterpolationRun interpolation -> '}';
            case StyledRun styled when styled.isSuperscript() -> '}';
            default -> LETTER;
        };
    }

    private static char first(Run run) {
        return switch (run) {
            case null -> NONE;
            case TextRun text when !text.getText().isEmpty() -> text.getText().charAt(0);
            case CitationRun citation -> '[';
            case NoteRun note -> '^';
            case InterpolationRun interpolation -> '{';
            case StyledRun styled when styled.isSuperscript() -> '^';
            default -> LETTER;
        };
    }
}
