/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.typing;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows the other one of a pair of brackets. */
public final class Brackets extends DefaultCharacterPairMatcher {

    public Brackets() {
        super(new char[] {'{', '}', '(', ')', '[', ']'});
    }
}
