/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.LogManager;
import org.apache.log4j.spi.LoggingEvent;

/**
 * Collects what a thread logs as a warning or an error, by Log4j or by the JDK, and what it prints to the standard
 * error. Closing restores the former state.
 */
final class Noise implements AutoCloseable {

    private static final ThreadLocal<List<String>> HEARD = ThreadLocal.withInitial(ArrayList::new);

    private final PrintStream err = System.err;
    private final AppenderSkeleton appender = new AppenderSkeleton() {

        @Override
        protected void append(LoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(org.apache.log4j.Level.WARN)) {
                var cause = event.getThrowableInformation();
                hear(
                        event.getLoggerName() + ": " + event.getRenderedMessage(),
                        cause == null ? null : cause.getThrowable());
            }
        }

        @Override
        public boolean requiresLayout() {
            return false;
        }

        @Override
        public void close() {}
    };

    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord event) {
            if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
                hear(event.getLoggerName() + ": " + event.getMessage(), event.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Noise() {
        LogManager.getRootLogger().addAppender(appender);
        java.util.logging.Logger.getLogger("").addHandler(handler);
        System.setErr(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        var text = new String(bytes, offset, length, StandardCharsets.UTF_8).strip();
                        if (!text.isEmpty()) {
                            HEARD.get().add(text);
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    private static void hear(String message, Throwable cause) {
        HEARD.get().add(cause == null ? message : message + ": " + Trial.describe(cause));
    }

    /** Returns the messages of this thread since the last call. */
    static List<String> take() {
        var heard = List.copyOf(HEARD.get());
        HEARD.get().clear();
        return heard;
    }

    @Override
    public void close() {
        LogManager.getRootLogger().removeAppender(appender);
        java.util.logging.Logger.getLogger("").removeHandler(handler);
        System.setErr(err);
    }
}
