/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli;

import org.bieumau.core.problem.Messages;

/** The texts of the command line. */
final class CliMessages {

    static final Messages ALL = new Messages(CliMessages.class);

    private CliMessages() {}
}
