/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

import java.util.Objects;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.text.Messages;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a file, with advice on how to fix it. What cannot be read or computed, and what a template or a pack
 * declares as an error, is an error. A breach of a layout rule such as Decree 30 is a violation. A guess is a warning.
 *
 * @param code the stable code that the documentation explains, such as <code>FORM-REQUIRED</code>
 * @param severity the severity
 * @param message what is wrong and what to do, in the language of the user; control characters of the file are replaced
 *     as in print
 * @param place the place, or null if the problem has none
 */
public record Problem(
        String code,
        Severity severity,
        String message,
        @Nullable Place place) {

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        message = PrintedText.print(message);
    }

    /** Returns an error whose message is the text for its code in a catalogue. */
    public static Problem error(Messages catalogue, String code, @Nullable Place place, Object... arguments) {
        return new Problem(code, Severity.ERROR, catalogue.text(code, arguments), place);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * Returns whether the problem prevents an export: an error does, and in strict mode a violation, too.
     *
     * @param strict whether violations prevent an export
     */
    public boolean stops(boolean strict) {
        return isError() || strict && severity == Severity.VIOLATION;
    }

    /** Returns the problem as compilers print one: <code>file:line:column: severity CODE message</code>. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        if (place != null && place.file() != null) {
            text.append(place.file()).append(':');
            switch (place) {
                case Place.Text at
                when at.line() > 0 -> text.append(at.position()).append(": ");
                case Place.Text at -> text.append(' ');
                case Place at -> text.append(' ').append(at.position()).append(": ");
            }
        }
        return text.append(CoreMessages.ALL.text("severity." + severity.getName()))
                .append(' ')
                .append(code)
                .append(' ')
                .append(message)
                .toString();
    }
}
