/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.model.Form;

/** Finds the data file of a form and its rows. */
public final class FormData {

    private FormData() {}

    /**
     * Returns the data file of a form: the location of the data source, relative to the folder of the form's own file.
     * Empty if the location is outside of that folder, is not a valid path, or the form is in no file: a file received
     * from others must not read data elsewhere.
     */
    public static Optional<Path> file(Form form) {
        var own = form.eResource() == null ? null : form.eResource().getURI();
        var location = form.getDataSource().getLocation();
        if (own == null || !own.isFile() || location == null) {
            return Optional.empty();
        }
        try {
            var folder =
                    Path.of(own.toFileString()).toAbsolutePath().normalize().getParent();
            return Optional.of(folder.resolve(location).normalize()).filter(file -> file.startsWith(folder));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the rows of the data source of a form; null if it has none. Errors are thrown when the rows are opened.
     */
    public static RowSource rows(Form form) {
        if (form.getDataSource() == null) {
            return null;
        }
        return columns -> file(form)
                .flatMap(file ->
                        Environment.of(form).rows(file, form.getDataSource().getFormat()))
                .orElseThrow(() -> new IOException(CoreMessages.ALL.text(
                        "data.unreadable", form.getDataSource().getLocation())))
                .open(columns);
    }
}
