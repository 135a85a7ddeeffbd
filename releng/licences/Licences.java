/* SPDX-License-Identifier: EPL-2.0 */

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Writes the licences of the third-party jars in a folder into the same folder, with which they are distributed: the
 * list THIRD-PARTY.txt with a line per jar (name, version, licence, files with its texts), and the texts in the folder
 * licences. The licence of a jar is what licences.tsv states, else what its manifest, its POM or its about.html states.
 * With --check, only compares the list with the jars.
 *
 * <pre>java Licences.java [--check] FOLDER…</pre>
 *
 * <p>Runs in its own folder. Exits with 1 if the licence or the text of a jar is not known, or a jar is missing from
 * the list.
 */
final class Licences {

    private static final String LIST = "THIRD-PARTY.txt";
    private static final String TEXTS = "licences";
    private static final Pattern NAME = Pattern.compile("(.+?)[-_](\\d+\\.\\d.*)\\.jar");
    private static final Pattern TEXT =
            Pattern.compile("(?i)(.*/)?(licen[sc]es?|notice|copying|about)([-_.][^/]*)?\\.?(txt|md|html)?");
    /** Files of jars that match {@link #TEXT}, but are no texts. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(?i).*\\.(class|properties|mappings|ini|xml|xsb|png|gif|svg)");

    /** What manifests and POMs call a licence, and its SPDX identifier. The first that is found counts. */
    private static final Map<String, String> IDENTIFIERS = new LinkedHashMap<>();

    static {
        IDENTIFIERS.put("(?i)eclipse public license.{0,3} ?-? ?v(ersion)? ?2|epl[- ]?(v?2|2\\.0)|epl-v20", "EPL-2.0");
        IDENTIFIERS.put("(?i)eclipse public license.{0,3} ?-? ?v(ersion)? ?1|epl[- ]?v?1", "EPL-1.0");
        IDENTIFIERS.put("(?i)apache.{0,30}2|LICENSE-2\\.0", "Apache-2.0");
        IDENTIFIERS.put("(?i)lgpl-2\\.1|gnu lesser", "LGPL-2.1-or-later");
        IDENTIFIERS.put("(?i)unicode-3\\.0", "Unicode-3.0");
        IDENTIFIERS.put("(?i)bsd-3-clause", "BSD-3-Clause");
        IDENTIFIERS.put(
                "(?i)bouncy castle|bouncycastle|opensource\\.org/license/mit|the mit license|^mit$|jsoup\\.org", "MIT");
        IDENTIFIERS.put("(?i)^0bsd$", "0BSD");
    }

    /** The folder of this program. */
    private final Path home = Path.of("").toAbsolutePath();

    private final Map<String, String> known = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        var licences = new Licences();
        var check = arguments.length > 0 && arguments[0].equals("--check");
        for (int i = check ? 1 : 0; i < arguments.length; i++) {
            if (check) {
                licences.check(Path.of(arguments[i]));
            } else {
                licences.write(Path.of(arguments[i]));
            }
        }
        licences.faults.forEach(System.err::println);
        System.exit(licences.faults.isEmpty() ? 0 : 1);
    }

    private Licences() throws IOException {
        for (var line : Files.readAllLines(home.resolve("licences.tsv"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var fields = line.split("\t");
                known.put(fields[0], fields[1]);
            }
        }
    }

    /** Returns the third-party jars of a folder, by their file names. */
    private static Map<String, Path> jars(Path folder) throws IOException {
        var jars = new TreeMap<String, Path>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("org.bieumau."))
                    .filter(file -> !isOwn(file))
                    .forEach(file -> jars.put(file.getFileName().toString(), file));
        }
        return jars;
    }

    /** Translations of the platform are fragments of this project with the names of their hosts. */
    private static boolean isOwn(Path file) {
        return file.getFileName().toString().contains(".nl_vi")
                || file.getParent().endsWith("features")
                || file.getFileName()
                        .toString()
                        .matches("(artifacts|content|compositeContent|compositeArtifacts)\\.jar");
    }

    private void write(Path folder) throws IOException {
        var list = new StringBuilder("""
                Third-party software in this folder, each with its version, its licence (SPDX) and the files with its texts.
                Phần mềm của bên thứ ba trong thư mục này, kèm phiên bản, giấy phép (SPDX) và các tệp chứa nội dung giấy phép.

                """);
        var written = new HashMap<String, String>();
        for (var each : jars(folder).entrySet()) {
            var match = NAME.matcher(each.getKey());
            var name = match.matches() ? match.group(1) : each.getKey();
            var version = match.matches() ? match.group(2) : "";
            try (var jar = new JarFile(each.getValue().toFile())) {
                var licence = licence(name, jar);
                if (licence.isEmpty()) {
                    faults.add("The licence of " + each.getValue() + " is not known; add it to "
                            + home.resolve("licences.tsv"));
                    continue;
                }
                var texts = texts(folder, jar, name, licence, written);
                if (texts.isEmpty()) {
                    faults.add("There is no text of the licence " + licence + " of " + each.getValue() + "; add it to "
                            + home.resolve("texts"));
                }
                list.append("%s\t%s\t%s\t%s%n".formatted(each.getKey(), version, licence, String.join(" ", texts)));
            }
        }
        Files.writeString(folder.resolve(LIST), list);
    }

    private String licence(String name, JarFile jar) throws IOException {
        for (var entry : known.entrySet()) {
            if (name.equals(entry.getKey())
                    || entry.getKey().endsWith("*")
                            && name.startsWith(entry.getKey().replace("*", ""))) {
                return entry.getValue();
            }
        }
        var stated = new ArrayList<String>();
        var manifest = jar.getManifest();
        if (manifest != null && manifest.getMainAttributes().getValue("Bundle-License") != null) {
            stated.add(manifest.getMainAttributes().getValue("Bundle-License"));
        }
        for (var entry : jar.stream().toList()) {
            if (entry.getName().matches("META-INF/maven/.*/pom\\.xml")) {
                var licences = Pattern.compile("(?s)<licenses>.*?</licenses>").matcher(text(jar, entry.getName()));
                while (licences.find()) {
                    stated.add(licences.group());
                }
            } else if (entry.getName().matches("about(_[^/]*)?\\.html")) {
                stated.add(text(jar, entry.getName())
                        .replaceAll("<[^>]*>|&[a-z]+;", " ")
                        .replaceAll("\\s+", " "));
            }
        }
        for (var each : stated) {
            for (var identifier : IDENTIFIERS.entrySet()) {
                if (Pattern.compile(identifier.getKey()).matcher(each).find()) {
                    return identifier.getValue();
                }
            }
        }
        return "";
    }

    /** Writes the licence texts and notices of a jar, or else the text of its licence; equal texts once. */
    private List<String> texts(Path folder, JarFile jar, String name, String licence, Map<String, String> written)
            throws IOException {
        var texts = new TreeSet<String>();
        var own = false;
        for (var entry : jar.stream().toList()) {
            var path = entry.getName();
            if (!entry.isDirectory()
                    && TEXT.matcher(path).matches()
                    && !NO_TEXT.matcher(path).matches()) {
                texts.add(write(folder, name + "-" + path.replaceAll(".*/", ""), text(jar, path), written));
                own |= !path.matches("(?i)(.*/)?(about|notice).*");
            }
        }
        if (!own) {
            for (var each : licence.split(" OR ")) {
                var text = home.resolve("texts").resolve(each + ".txt");
                if (!Files.exists(text)) {
                    return List.of();
                }
                texts.add(write(folder, each + ".txt", Files.readString(text), written));
            }
        }
        return List.copyOf(texts);
    }

    private static String write(Path folder, String name, String text, Map<String, String> written) throws IOException {
        var known = written.get(text);
        if (known != null) {
            return known;
        }
        var file = Files.createDirectories(folder.resolve(TEXTS)).resolve(name);
        for (int i = 2; written.containsValue(TEXTS + "/" + file.getFileName()); i++) {
            file = file.resolveSibling(i + "-" + name);
        }
        Files.writeString(file, text);
        written.put(text, TEXTS + "/" + file.getFileName());
        return written.get(text);
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (var in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void check(Path folder) throws IOException {
        var list = folder.resolve(LIST);
        var lines = Files.exists(list) ? Files.readAllLines(list) : List.<String>of();
        for (var jar : jars(folder).keySet()) {
            var line =
                    lines.stream().filter(each -> each.startsWith(jar + "\t")).findFirst();
            if (line.isEmpty()) {
                faults.add(list + " does not list " + jar);
            } else {
                for (var text : line.get().split("\t")[3].split(" ")) {
                    if (!Files.exists(folder.resolve(text))) {
                        faults.add(list + " names " + text + ", which does not exist");
                    }
                }
            }
        }
    }
}
