/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.message;

import org.bieumau.core.text.Messages;

/** User-visible texts of this bundle. */
public final class ReadingMessages {

    public static final Messages ALL = new Messages(ReadingMessages.class);

    private ReadingMessages() {}
}
