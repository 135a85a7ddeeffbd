/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.completion;

import org.bieumau.dsl.ide.internal.hover.Keywords;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/**
 * A word that the grammar allows at a place.
 *
 * @param element a keyword, or the call of a terminal rule or of the rule of names
 * @param frame the calls of rules that have led there
 */
record Expected(AbstractElement element, Frame frame) {

    /** The call of a rule, with the one around it; null around that of a file. */
    record Frame(RuleCall call, Frame outer) {}

    boolean isWord() {
        return element instanceof Keyword keyword && Keywords.isWord(keyword);
    }

    boolean isName() {
        return element instanceof RuleCall call && Automaton.isName(call);
    }

    String keyword() {
        return ((Keyword) element).getValue();
    }

    /** The rule that the word stands in, outside of those that only say how a value is spelled. */
    String rule() {
        var at = element;
        for (var outer = frame;
                outer != null && GrammarUtil.isDatatypeRule(GrammarUtil.containingRule(at));
                outer = outer.outer()) {
            at = outer.call();
        }
        return GrammarUtil.containingRule(at).getName();
    }

    /** The reference that a name is for, or null. */
    CrossReference reference() {
        var at = element;
        for (var outer = frame; ; outer = outer.outer()) {
            var reference = GrammarUtil.containingCrossReference(at);
            if (reference != null) {
                return reference;
            }
            if (outer == null || !GrammarUtil.isDatatypeRule(GrammarUtil.containingRule(at))) {
                return null;
            }
            at = outer.call();
        }
    }

    /**
     * Whether it is a word of the phrase that names something in an expression; if behind a dot, of one of its parts.
     */
    boolean isInExpression(boolean member) {
        return isName()
                && GrammarUtil.containingRule(element).getName().equals("Phrase")
                && frame != null
                && GrammarUtil.containingRule(frame.call()).getName().equals(member ? "Access" : "Primary");
    }
}
