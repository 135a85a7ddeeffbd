/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal;

import org.bieumau.core.text.Messages;

/** Messages of the text editor. */
public final class UiMessages {

    public static final Messages ALL = new Messages(UiMessages.class);

    private UiMessages() {}
}
