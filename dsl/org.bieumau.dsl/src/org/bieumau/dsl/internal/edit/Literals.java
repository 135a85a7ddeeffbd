/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.List;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EEnum;

/** The values of an enumeration as the user chooses them, by the words of the language. */
public final class Literals {

    private Literals() {}

    /** Returns the words of an enumeration, without the literal for «none». */
    public static List<String> of(EEnum literals) {
        return literals.getELiterals().stream()
                .map(literal -> literal.getInstance().getLiteral())
                .filter(each -> !each.equals("-"))
                .toList();
    }

    /**
     * Returns the value of a word.
     *
     * @throws RefusedException if the enumeration has no such word
     */
    public static Enumerator value(EEnum literals, String word) throws RefusedException {
        var literal = literals.getEEnumLiteralByLiteral(word);
        if (literal == null) {
            throw new RefusedException("choice", null, word);
        }
        return literal.getInstance();
    }
}
