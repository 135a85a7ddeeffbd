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

    /** Names of the examples that need no plug-in but an exporter, without the extension .bieu. */
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
                            "vidu-bansao",
                            "vidu-vanbandang",
                            "vidu-vanbandang-2026"))
            .toList();

    /** Names of all examples: also one with charts, and as the last one a form whose rows are in a data file. */
    public static final List<String> ALL = Stream.concat(NAMES.stream(), Stream.of("vidu-bieudo", "vidu-dulieu"))
            .toList();

    /**
     * Names of the campaigns, without the extension .bieu. Their returns are made by the classes of <code>returns
     * </code>.
     */
    public static final List<String> CAMPAIGNS = List.of("dot-dangky-2021", "dot-cunglaodong-2022", "dot-danvan-2025");

    /** What the examples use: a library, and a data file with the rows of a form. */
    private static final List<String> OTHERS = List.of("congvan.bieu", "vidu-dulieu.csv");

    private Examples() {}

    /**
     * Copies all examples and the files that they use into a folder, replacing files with the same names.
     *
     * @param folder the target folder, which must exist
     * @return the files of {@link #NAMES}, in their order
     * @throws IOException if a file cannot be written
     */
    public static List<Path> copyTo(Path folder) throws IOException {
        copyAllTo(folder);
        return NAMES.stream().map(name -> folder.resolve(name + ".bieu")).toList();
    }

    /** Copies all examples as {@link #copyTo} does, and returns the files of {@link #ALL}, in their order. */
    public static List<Path> copyAllTo(Path folder) throws IOException {
        for (var file : files()) {
            copy(file, folder);
        }
        return ALL.stream().map(name -> folder.resolve(name + ".bieu")).toList();
    }

    private static List<String> files() {
        return Stream.concat(
                        OTHERS.stream(),
                        Stream.concat(ALL.stream(), CAMPAIGNS.stream()).map(name -> name + ".bieu"))
                .toList();
    }

    /** Returns the copies of examples in a folder that somebody has edited. */
    public static List<Path> edited(Path folder) throws IOException {
        var edited = new ArrayList<Path>();
        for (var name : files()) {
            var copy = folder.resolve(name);
            try (var in = Examples.class.getResourceAsStream("/examples/" + name)) {
                if (Files.exists(copy) && in != null && !Arrays.equals(in.readAllBytes(), Files.readAllBytes(copy))) {
                    edited.add(copy);
                }
            }
        }
        return edited;
    }

    private static void copy(String name, Path folder) throws IOException {
        try (var in = Examples.class.getResourceAsStream("/examples/" + name)) {
            if (in == null) {
                throw new IOException("/examples/" + name);
            }
            Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
