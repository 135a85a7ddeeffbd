/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.RuleCall;

/**
 * Word that the grammar allows at an offset.
 *
 * @param element a keyword, or the call of a terminal rule or of the rule for names
 * @param frame the rule calls that lead to the element
 */
public record Expected(AbstractElement element, Frame frame) {

    /**
     * Rule call with its caller; the caller is null for a call in the root rule. Thousands of calls can be in each
     * other, so the hash code is kept, and equal callers are mostly the same object.
     */
    public static final class Frame {

        private final RuleCall call;
        private final Frame outer;
        private final int hash;

        public Frame(RuleCall call, Frame outer) {
            this.call = call;
            this.outer = outer;
            hash = 31 * (outer == null ? 0 : outer.hash) + call.hashCode();
        }

        public RuleCall call() {
            return call;
        }

        public Frame outer() {
            return outer;
        }

        @Override
        public boolean equals(Object object) {
            var one = this;
            var other = object instanceof Frame frame ? frame : null;
            while (one != other) {
                if (one == null || other == null || one.hash != other.hash || one.call != other.call) {
                    return false;
                }
                one = one.outer;
                other = other.outer;
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    public boolean isWord() {
        return element instanceof Keyword keyword
                && Character.isLetter(keyword.getValue().charAt(0));
    }

    /** Returns whether the word belongs to a phrase of the language: not if it is the mark X in the place of a name. */
    public boolean isInPhrase() {
        return isWord() && !GrammarUtil.containingRule(element).getName().equals("ElementName");
    }

    public boolean isName() {
        return element instanceof RuleCall call && Automaton.isName(call);
    }

    public String keyword() {
        return ((Keyword) element).getValue();
    }

    /** Returns the name of the rule that contains the word, skipping data type rules. */
    public String rule() {
        var at = element;
        for (var outer = frame;
                outer != null && GrammarUtil.isDatatypeRule(GrammarUtil.containingRule(at));
                outer = outer.outer()) {
            at = outer.call();
        }
        return GrammarUtil.containingRule(at).getName();
    }

    /** Returns whether the name is that of a new element. */
    boolean isDeclaration() {
        var assignment = assignment();
        return assignment != null && assignment.getFeature().equals("name") && reference() == null;
    }

    /** Returns the assignment that the word is for, skipping data type rules; null if there is none. */
    Assignment assignment() {
        AbstractElement at = element;
        for (var outer = frame; ; outer = outer.outer()) {
            var assignment = GrammarUtil.containingAssignment(at);
            if (assignment != null || outer == null || !GrammarUtil.isDatatypeRule(GrammarUtil.containingRule(at))) {
                return assignment;
            }
            at = outer.call();
        }
    }

    /** Returns the cross-reference that the name is for, or null. */
    public CrossReference reference() {
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
     * Returns whether this is a word of a name in an expression.
     *
     * @param member whether to test for a part, named after a dot, in place of the first name
     */
    public boolean isInExpression(boolean member) {
        return isName()
                && GrammarUtil.containingRule(element).getName().equals("Phrase")
                && frame != null
                && GrammarUtil.containingRule(frame.call()).getName().equals(member ? "Access" : "Primary");
    }
}
