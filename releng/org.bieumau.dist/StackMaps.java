/* SPDX-License-Identifier: EPL-2.0 */
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives the classes of a folder of jars that were compiled for Java 5 or older the stack maps of Java 6. Java does not
 * archive classes without them, nor those that extend such classes: all of ANTLR, picocli and Log4j, and the parser.
 * Needs Java 24.
 */
final class StackMaps {

    /** The version of class files of Java 6, the first with stack maps. */
    private static final int JAVA_6 = 50;

    private final ClassFile classes;

    private StackMaps(ClassLoader loader) {
        classes = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** @param arguments the folder */
    public static void main(String[] arguments) throws IOException {
        var jars = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            files.forEach(jars::add);
        }
        var urls = new ArrayList<URL>();
        for (var jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        var copies = Files.createTempDirectory("stackmaps");
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new))) {
            var maps = new StackMaps(loader);
            for (var jar : jars) {
                // The loader reads the jars, so that the copies are changed.
                var copy = copies.resolve(jar.getFileName());
                if (!maps.change(Files.copy(jar, copy))) {
                    Files.delete(copy);
                }
            }
        }
        try (var changed = Files.newDirectoryStream(copies)) {
            for (var copy : changed) {
                Files.copy(
                        copy, Path.of(arguments[0]).resolve(copy.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                Files.delete(copy);
            }
        }
        Files.delete(copies);
    }

    /** Changes the classes of a jar, and returns whether there were any to change. */
    private boolean change(Path jar) throws IOException {
        var isChanged = false;
        try (var content = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            List<Path> files;
            try (var all = Files.walk(content.getPath("/"))) {
                files = all.filter(file -> file.toString().endsWith(".class")).toList();
            }
            for (var file : files) {
                isChanged |= changeClass(file);
            }
        }
        return isChanged;
    }

    private boolean changeClass(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes[6] != 0 || bytes[7] >= JAVA_6) {
            return false;
        }
        try {
            Files.write(
                    file,
                    classes.transformClass(
                            classes.parse(bytes),
                            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                                    .andThen(ClassTransform.endHandler(builder -> builder.withVersion(JAVA_6, 0)))));
            return true;
        } catch (IllegalArgumentException e) {
            // The class uses a class that is in none of the jars, and is never loaded: it stays as it is.
            return false;
        }
    }
}
