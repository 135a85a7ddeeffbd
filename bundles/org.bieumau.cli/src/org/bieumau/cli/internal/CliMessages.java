/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import org.bieumau.core.text.Messages;

/** User-visible texts of the command line. */
final class CliMessages {

    static final Messages ALL = new Messages(CliMessages.class);

    private CliMessages() {}
}
