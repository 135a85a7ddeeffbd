/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.form.RowTarget;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a plug-in. They are read on the calling thread, since a thread for each row would be slow. If the plug-in
 * fails, it is switched off, and the failure is an error of the data file.
 */
final class GuardedRows implements RowSource {

    private final Contribution provider;
    private final RowSource source;
    private final GuardedCalls calls;

    GuardedRows(Contribution provider, RowSource source, GuardedCalls calls) {
        this.provider = provider;
        this.source = source;
        this.calls = calls;
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException | CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw new IOException(calls.fail(provider, e).message(), e);
        }
    }

    @Override
    public Rows open(RowTarget target) throws IOException {
        var rows = guarded(() -> Failure.required(source.open(target)));
        return new Rows() {
            @Override
            public @Nullable SourcedEntry next() throws IOException {
                return guarded(rows::next);
            }

            @Override
            public @Nullable Place place() {
                return placed(rows::place);
            }

            @Override
            public @Nullable Place place(FormColumn column) {
                return placed(() -> rows.place(column));
            }

            private @Nullable Place placed(Reading<@Nullable Place> reading) {
                try {
                    return guarded(reading);
                } catch (IOException e) {
                    // The failure of the plug-in is reported.
                    return null;
                }
            }

            @Override
            public List<Problem> problems() {
                try {
                    return guarded(() -> List.copyOf(rows.problems()));
                } catch (IOException e) {
                    // The failure of the plug-in is reported.
                    return List.of();
                }
            }

            @Override
            public void close() throws IOException {
                guarded(() -> {
                    rows.close();
                    return rows;
                });
            }
        };
    }
}
