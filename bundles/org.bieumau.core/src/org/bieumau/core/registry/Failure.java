/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.profile.ProfileFormatException;
import org.jspecify.annotations.Nullable;

/** Words the reason why a plug-in failed. */
final class Failure {

    private Failure() {}

    /** Thrown for a plug-in that does not follow its contract; the message is a sentence for the user. */
    static final class ContractException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ContractException(String key, Object... arguments) {
            super(CoreMessages.ALL.text(key, arguments));
        }
    }

    /** Returns a value that a contract requires. */
    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new ContractException("plugin.null");
        }
        return value;
    }

    /** Returns the reason for a message: the innermost cause that says something, in words of the user if possible. */
    static String reason(Throwable failure) {
        var cause = failure;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case ContractException e -> e.getMessage();
            case ClassNotFoundException e
            when e.getCause() instanceof IOException unreadable ->
                CoreMessages.ALL.text("plugin.class", unreadable.getMessage());
            case ClassNotFoundException e -> missing(e);
            case NoClassDefFoundError e when e.getCause() != null -> reason(e.getCause());
            case NoClassDefFoundError e -> missing(e);
            case UnsupportedClassVersionError e ->
                CoreMessages.ALL.text("plugin.java", Runtime.version().feature());
            case ClassFormatError e -> CoreMessages.ALL.text("plugin.class", e.getMessage());
            case NoSuchMethodError e when ExitCalls.isRefusal(e) -> CoreMessages.ALL.text("plugin.exit");
            case ProfileFormatException e -> e.getMessage();
            case IOException e -> FileFailure.reason(e);
            case Throwable e
            when e.getMessage() == null || e.getMessage().isBlank() ->
                e.getClass().getSimpleName();
            case Throwable e -> e.getClass().getSimpleName() + ": " + e.getMessage();
        };
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof InvocationTargetException
                || failure instanceof ExecutionException
                || failure instanceof ExceptionInInitializerError
                || failure instanceof UncheckedIOException;
    }

    private static String missing(Throwable failure) {
        return CoreMessages.ALL.text(
                "plugin.missing", String.valueOf(failure.getMessage()).replace('/', '.'));
    }
}
