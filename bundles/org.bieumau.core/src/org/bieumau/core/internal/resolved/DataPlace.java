/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.model.Form;

/**
 * The data file of a form, and whether the form may read it without asking the user.
 *
 * @param form file of the form
 * @param file data file, absolute
 * @param inside whether the path stays in the folder of the form, without resolving symbolic links
 */
public record DataPlace(Path form, Path file, boolean inside) {

    /** A location such as <code>https://…</code>. A single letter is a Windows drive. */
    private static final Pattern URL = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");

    /** Returns whether a location is the address of a resource on the network, which is never read. */
    static boolean isUrl(String location) {
        return URL.matcher(location).matches();
    }

    /** Returns the file of a form; empty if the form is not in a file. */
    static Optional<Path> of(Form form) {
        var own = form.eResource() == null ? null : form.eResource().getURI();
        return own == null || !own.isFile()
                ? Optional.empty()
                : Optional.of(Path.of(own.toFileString()).toAbsolutePath().normalize());
    }

    /**
     * Returns the place of a location that is relative to the folder of the form; empty if the location is a URL or no
     * valid path, or the form is in no file. Nothing is read, not even whether the file exists: on Windows, looking at
     * a file of a server sends the password of the user to it.
     */
    static Optional<DataPlace> of(Form form, String location) {
        if (location == null || isUrl(location)) {
            return Optional.empty();
        }
        try {
            return of(form).map(own -> {
                var folder = own.getParent();
                var file = folder.resolve(location).normalize();
                return new DataPlace(own, file, !isOfServer(location) && file.startsWith(folder));
            });
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfServer(String location) {
        return location.startsWith("\\\\") || location.startsWith("//");
    }

    /**
     * Returns whether the file can be read without asking: its path stays in the folder of the form, and no part of it
     * is a link. Links are not followed.
     *
     * @throws IOException if a folder of the path cannot be read
     */
    boolean isOwn() throws IOException {
        if (!inside) {
            return false;
        }
        var part = form.getParent();
        for (var name : part.relativize(file)) {
            part = part.resolve(name);
            if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                var kind = Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (kind.isSymbolicLink() || kind.isOther()) {
                    return false;
                }
            }
        }
        return true;
    }
}
