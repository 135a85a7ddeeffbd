/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.form.RowTarget;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.DataSource;
import org.bieumau.model.Form;
import org.jspecify.annotations.NonNull;

/** Opens the data source of a form, if it is the form's own or the user agrees. */
public final class FormData {

    private final DataSource source;
    private final Form form;
    private final Environment environment;
    /** The rows, once the user has agreed; a row source may keep what it learned about its file. */
    private RowSource permitted;

    private FormData(Form form) {
        this.form = form;
        this.source = form.getDataSource();
        this.environment = Environment.of(form);
    }

    /** Returns the place of the data file of a form; empty if the location cannot be one, or the form is in no file. */
    public static Optional<DataPlace> place(Form form) {
        return DataPlace.of(form, form.getDataSource().getLocation());
    }

    /** Returns the query of a form; empty if its data source is a file, or the form is in no file. */
    public static Optional<DatabaseQuery> query(Form form) {
        var source = form.getDataSource();
        return source.getConnection() == null
                ? Optional.empty()
                : DataPlace.of(form)
                        .map(own -> new DatabaseQuery(
                                source.getConnection(), String.join("\n", source.getQuery()), own.getParent()));
    }

    /**
     * Returns the rows of the data source of a form; null if it has none. Errors are thrown when the rows are opened.
     */
    public static RowSource rows(Form form) {
        return form.getDataSource() == null ? null : new FormData(form)::open;
    }

    /**
     * Returns whether a name after a dot refers to rows of a form that are read from its data source on export only.
     */
    public static boolean hasRows(Form form, String name) {
        return form.getDataSource() != null && isRows(name);
    }

    /** Returns whether a name refers to the rows or the sections of a form. */
    public static boolean isRows(String name) {
        return name.equals(FormName.ENTRIES.word()) || name.equals(FormName.SECTIONS.word());
    }

    /** Returns the place of the data of a form as a whole; null if it is a database or its place is not known. */
    public static Place origin(Form form) {
        var place = form.getDataSource().getConnection() != null ? Optional.<DataPlace>empty() : place(form);
        return place.isEmpty() ? null : Place.of(place.get().file().toString());
    }

    private RowSource.Rows open(RowTarget target) throws IOException {
        try {
            if (permitted == null) {
                permitted = source();
            }
            return new Reported(permitted.open(target));
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RowSource source() throws IOException {
        if (source.getConnection() != null) {
            var own = DataPlace.of(form).orElseThrow(() -> failure("DATA-PLACE", source.getConnection()));
            var query = query(form).orElseThrow();
            permit(new DataOrigin(own, DataOrigin.Kind.DATABASE, query.connection(), query.text()));
            return environment.rows(query).orElseThrow(() -> failure("DATA-NO-DATABASE", source.getConnection()));
        }
        var place = place(form).orElseThrow(() -> failure("DATA-PLACE", source.getLocation()));
        if (!place.isOwn()) {
            permit(new DataOrigin(
                    place.form(), DataOrigin.Kind.FILE, place.file().toString(), ""));
        }
        return environment
                .rows(place.file(), source.getFormat())
                .orElseThrow(() ->
                        failure("DATA-FORMAT", source.getLocation(), String.join(", ", environment.rowFormats())));
    }

    private void permit(DataOrigin origin) throws DataException {
        if (!access().permits(origin)) {
            throw failure("DATA-CONSENT", origin.location());
        }
    }

    private DataAccess access() {
        return environment.dataAccess();
    }

    private DataException unreadable(IOException e) {
        return new DataException(problem("DATA-UNREADABLE", name(), FileFailure.reason(e)), e);
    }

    private String name() {
        return source.getConnection() != null ? source.getConnection() : source.getLocation();
    }

    private DataException failure(String code, Object... arguments) {
        return new DataException(problem(code, arguments));
    }

    private Problem problem(String code, Object... arguments) {
        var own = DataPlace.of(form);
        return Problem.error(
                CoreMessages.ALL,
                code,
                own.isEmpty() ? null : Place.of(own.get().toString()),
                arguments);
    }

    /** Rows whose problems are reported when they end. */
    private final class Reported implements RowSource.Rows {

        private final RowSource.Rows rows;
        private boolean reported;

        Reported(RowSource.Rows rows) {
            this.rows = rows;
        }

        @Override
        public RowSource.SourcedEntry next() throws IOException {
            try {
                var row = rows.next();
                if (row == null) {
                    report();
                }
                return row;
            } catch (DataException e) {
                throw e;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public Place place() {
            return rows.place();
        }

        @Override
        public Place place(FormColumn column) {
            return rows.place(column);
        }

        @Override
        public @NonNull List<Problem> problems() {
            return rows.problems();
        }

        private void report() {
            if (!reported) {
                reported = true;
                rows.problems().forEach(access()::report);
            }
        }

        @Override
        public void close() throws IOException {
            report();
            rows.close();
        }
    }
}
