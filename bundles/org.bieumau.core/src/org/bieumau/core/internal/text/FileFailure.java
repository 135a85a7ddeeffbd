/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.regex.Pattern;

/** Words the reason why a file cannot be read or written. */
public final class FileFailure {

    /** What operating systems tell if a disk is full. */
    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|not enough space|disk quota exceeded|disk is full|file too large");

    private FileFailure() {}

    /** Returns the reason as a part of a sentence; the message of the exception if it is of no known kind. */
    public static String reason(Exception failure) {
        return switch (failure) {
            case NoSuchFileException e -> text("missing");
            case AccessDeniedException e -> text("denied");
            case NotDirectoryException e -> text("noFolder");
            case DirectoryNotEmptyException e -> text("folder");
            case FileAlreadyExistsException e -> text("exists");
            case ReadOnlyFileSystemException e -> text("readOnly");
            case CharacterCodingException e -> text("encoding");
            case IOException e
            when e.getMessage() != null && FULL.matcher(e.getMessage()).find() -> text("full");
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case IOException e when e.getClass() == IOException.class && e.getMessage() != null -> e.getMessage();
            case Exception e when e.getMessage() != null && !(e instanceof FileSystemException) -> e.getMessage();
            case Exception e -> e.getClass().getSimpleName();
        };
    }

    private static String text(String key) {
        return CoreMessages.ALL.text("file." + key);
    }
}
