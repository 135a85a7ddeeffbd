/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The example files in this bundle: real and invented forms and documents, and the libraries that they use. */
public final class Examples {

    /** Names of the real documents, without the extension .bieu. */
    public static final List<String> DOCUMENTS = List.of(
            "quangngai-2021-dangky",
            "hungyen-2023-kehoach",
            "quangngai-2021-kehoach",
            "quangtri-2025-baocao",
            "quangngai-2022-congvan");

    /** Names of all examples with forms or documents, without the extension .bieu. */
    public static final List<String> NAMES = Stream.concat(
                    DOCUMENTS.stream(),
                    Stream.of(
                            "vidu-quyetdinh",
                            "vidu-totrinh",
                            "vidu-thongbao",
                            "vidu-giaymoi",
                            "vidu-bienban",
                            "vidu-tonghop",
                            "vidu-bieucochuky",
                            "vidu-chitieu",
                            "vidu-boithuong",
                            "vidu-lientich",
                            "vidu-chuthich",
                            "vidu-vanbandang",
                            "vidu-vanbandang-2026"))
            .toList();

    private static final List<String> LIBRARIES = List.of("congvan");

    private Examples() {}

    /**
     * Copies all examples and their libraries into a folder, replacing files with the same names.
     *
     * @param folder the target folder, which must exist
     * @return the files with forms and documents, in the order of {@link #NAMES}
     * @throws IOException if a file cannot be written
     */
    public static List<Path> copyTo(Path folder) throws IOException {
        for (var library : LIBRARIES) {
            copy(library, folder);
        }
        for (var name : NAMES) {
            copy(name, folder);
        }
        return NAMES.stream().map(name -> folder.resolve(name + ".bieu")).toList();
    }

    /** Returns the copies of examples in a folder that somebody has edited. */
    public static List<Path> edited(Path folder) throws IOException {
        var edited = new ArrayList<Path>();
        for (var name : Stream.concat(LIBRARIES.stream(), NAMES.stream()).toList()) {
            var copy = folder.resolve(name + ".bieu");
            try (var in = Examples.class.getResourceAsStream("/examples/" + name + ".bieu")) {
                if (Files.exists(copy) && in != null && !Arrays.equals(in.readAllBytes(), Files.readAllBytes(copy))) {
                    edited.add(copy);
                }
            }
        }
        return edited;
    }

    private static void copy(String name, Path folder) throws IOException {
        try (var in = Examples.class.getResourceAsStream("/examples/" + name + ".bieu")) {
            if (in == null) {
                throw new IOException("/examples/" + name + ".bieu");
            }
            Files.copy(in, folder.resolve(name + ".bieu"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
