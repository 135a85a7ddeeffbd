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

/** The files that a new pack begins with: templates beside this class, with names put in. */
public final class Starter {

    private static final List<String> LIBRARIES = List.of("coquan.bieu", "bieu.bieu", "kiemtra.bieu");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern PACKAGE = Pattern.compile(ID + "(\\." + ID + ")*");

    private final String id;
    private final String javaPackage;
    private final Provinces.Province province;
    private final String className;

    /**
     * @param id the id of the pack: small letters and digits
     * @param javaPackage the package of its classes, where it has any
     * @throws IllegalArgumentException if the one or the other cannot be so
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

    /** Whether a pack can have an id. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** The package that a pack gets where none is named. */
    public static String usualPackage(String id) {
        return "org.example." + id;
    }

    /** A pack without Java, by their paths. */
    public Map<String, String> packFiles() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("goi.properties", text("pack/goi.properties"));
        for (var library : LIBRARIES) {
            files.put(library, text("pack/" + library));
        }
        return files;
    }

    /** A Maven project around the same pack, which is registered both for plain Java and for the IDE. */
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
