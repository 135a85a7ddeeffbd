/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bieumau.core.internal.spelling.SpellingText;
import org.bieumau.core.internal.spelling.ToneStyle;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.TextRange;
import org.bieumau.model.Document;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Checks the spelling of the texts of an element, without those of its contents. Names of agencies and people are not
 * checked.
 */
public final class SpellingChecks {

    /** A misspelt word: the word, and the words that it may stand for, separated by {@link #SEPARATOR}. */
    public static final String WORD = "SPELLING";

    /** A tone mark at the wrong letter: the word, and the right one. */
    public static final String TONE = "SPELLING-TONE";

    /** Both styles of tone marks in one document: a word, the same in the other style, and the number of such words. */
    public static final String STYLE = "SPELLING-STYLE";

    public static final String SEPARATOR = ", ";

    private final SpellingText spelling = new SpellingText();

    /** Returns whether problems with a code are about one word, which a dictionary may have. */
    public static boolean isWord(String code) {
        return WORD.equals(code) || TONE.equals(code);
    }

    /** Returns whether a word in lower case would be reported. */
    public static boolean isMisspelt(String word) {
        var found = new ArrayList<SpellingText.Found>();
        new SpellingText().find(word, found::add);
        return found.size() == 1
                && found.getFirst().start() == 0
                && found.getFirst().end() == word.length();
    }

    /** Checks an element. */
    public void check(EObject element, Consumer<Finding> report) {
        SpelledText.of(element).forEach(text -> check(text, report));
    }

    /** Reports a document that has both styles of tone marks, at the first word in the less frequent one. */
    public static void checkStyle(Document document, Consumer<Finding> report) {
        var others = inOtherStyle(document);
        if (!others.isEmpty()) {
            var first = others.getFirst();
            report.accept(Finding.of(
                            STYLE,
                            Severity.INFO,
                            first.element(),
                            first.feature(),
                            first.word(),
                            first.right(),
                            others.size())
                    .at(first.range()));
        }
    }

    /**
     * A word whose tone mark is placed in the less frequent style of its document.
     *
     * @param range its place in the text of a feature of an element
     * @param right the word in the more frequent style
     */
    public record StyledWord(EObject element, EStructuralFeature feature, TextRange range, String word, String right) {}

    /**
     * Returns the words in the less frequent style of tone marks, in the order of the file. Words with capitals are not
     * among them, since they may be names, which keep their own style.
     */
    public static List<StyledWord> inOtherStyle(Document document) {
        var words = new EnumMap<ToneStyle, List<StyledWord>>(ToneStyle.class);
        for (var each = EcoreUtil.<EObject>getAllContents(List.of(document)); each.hasNext(); ) {
            for (var text : SpelledText.of(each.next())) {
                if (ToneStyle.mayBeIn(text.text())) {
                    addStyled(text, words);
                }
            }
        }
        return words.values().stream()
                .reduce((old, recent) -> old.size() < recent.size() ? old : recent)
                .filter(fewer -> words.size() > 1)
                .orElse(List.of());
    }

    private static void addStyled(SpelledText text, Map<ToneStyle, List<StyledWord>> words) {
        SpellingText.words(text.text(), (start, end) -> {
            var style = ToneStyle.of(text.text(), start, end);
            if (style != null) {
                text.spot(start, end)
                        .ifPresent(spot -> words.computeIfAbsent(style, key -> new ArrayList<>())
                                .add(styled(spot, text.text().substring(start, end), style)));
            }
        });
    }

    private static StyledWord styled(Spot spot, String word, ToneStyle style) {
        return new StyledWord(
                spot.element(),
                spot.feature(),
                spot.range(),
                word,
                style.other().write(word));
    }

    private void check(SpelledText text, Consumer<Finding> report) {
        spelling.find(
                text.text(),
                found -> text.spot(found.start(), found.end()).ifPresent(spot -> {
                    var word = text.text().substring(found.start(), found.end());
                    report.accept(Finding.of(
                                    found.tone() ? TONE : WORD,
                                    Severity.INFO,
                                    spot.element(),
                                    spot.feature(),
                                    word,
                                    String.join(SEPARATOR, found.corrections()))
                            .at(spot.range()));
                }));
    }
}
