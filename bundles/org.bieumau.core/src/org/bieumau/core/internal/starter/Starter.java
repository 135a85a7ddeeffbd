/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.starter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.law.Provinces;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.registry.Registry;

/** Creates the files of a new pack from the templates next to this class. */
public final class Starter {

    private static final List<String> LIBRARIES = List.of("coquan.bieu", "bieu.bieu", "kiemtra.bieu");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern PACKAGE = Pattern.compile(ID + "(\\." + ID + ")*+");

    private final String id;
    private final String javaPackage;
    private final Provinces.Province province;
    private final String className;

    /**
     * @param id the id of the pack: a lower-case letter, then lower-case letters and digits
     * @param javaPackage the package of its classes, if it has any
     * @param province the province of the pack
     * @throws IllegalArgumentException if the id or the package is not valid
     */
    public Starter(String id, String javaPackage, Provinces.Province province) {
        if (!isId(id) || !PACKAGE.matcher(javaPackage).matches()) {
            throw new IllegalArgumentException(id + " " + javaPackage);
        }
        this.id = id;
        this.javaPackage = javaPackage;
        this.province = province;
        this.className = VietnameseText.capitalised(id);
    }

    /** Returns whether a text is a valid id of a pack. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** Returns the default package of a pack. */
    public static String usualPackage(String id) {
        return "org.example." + id;
    }

    /** Returns the texts of the files of a pack without Java, by path. */
    public Map<String, String> packFiles() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("goi.properties", text("pack/goi.properties"));
        for (var library : LIBRARIES) {
            files.put(library, text("pack/" + library));
        }
        return files;
    }

    /**
     * Returns the texts of the files of a Maven project that contains the same pack, by path. The pack is registered
     * for plain Java and for the IDE.
     */
    public Map<String, String> javaFiles() throws IOException {
        var folder = javaPackage.replace('.', '/') + "/";
        var files = new LinkedHashMap<String, String>();
        files.put("pom.xml", text("java/pom.xml"));
        files.put("src/main/java/" + folder + className + ".java", text("java/Pack.txt"));
        files.put("src/main/java/" + folder + className + "Validator.java", text("java/Validator.txt"));
        files.put("src/main/resources/META-INF/MANIFEST.MF", text("java/MANIFEST.MF"));
        files.put("src/main/resources/plugin.xml", text("java/plugin.xml"));
        files.put(
                "src/main/resources/META-INF/services/org.bieumau.core.spi.ProvincePack",
                javaPackage + "." + className + "\n");
        files.put(
                "src/main/resources/META-INF/services/org.bieumau.core.spi.Validator",
                javaPackage + "." + className + "Validator\n");
        packFiles()
                .forEach((name, text) -> files.put(
                        "src/main/resources/" + folder + "goi/" + name,
                        name.equals("goi.properties")
                                ? text + "files = " + String.join(", ", LIBRARIES) + "\n"
                                : text));
        files.put("src/test/java/" + folder + className + "Test.java", text("java/Test.txt"));
        return files;
    }

    private String text(String template) throws IOException {
        String text;
        try (var in = Starter.class.getResourceAsStream(template)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var title = province.title(LocalDate.now());
        var values = Map.of(
                "id",
                id,
                "ID",
                id.toUpperCase(Locale.ROOT),
                "package",
                javaPackage,
                "Name",
                className,
                "code",
                province.code(),
                "province",
                title,
                "title",
                VietnameseText.capitalised(title),
                "place",
                province.name(),
                "Province",
                Stream.of(province.name().split("[^\\p{L}]+"))
                        .map(VietnameseText::capitalised)
                        .collect(Collectors.joining()),
                "version",
                Registry.VERSION + "-SNAPSHOT");
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
