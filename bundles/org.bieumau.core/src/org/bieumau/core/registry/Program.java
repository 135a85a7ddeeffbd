/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bieumau.core.pack.FolderPack;

/** Tells the classes of the program from those of plug-ins. The program calls its own classes without a deadline. */
final class Program {

    /** Prefix of the packages and of the bundle ids of the program. */
    private static final String PREFIX = "org.bieumau.";

    private final Set<ClassLoader> loaders = ConcurrentHashMap.newKeySet();

    Program() {
        for (var loader = Registry.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            loaders.add(loader);
        }
    }

    /** Returns whether an Eclipse bundle is part of the program. */
    static boolean isBundle(String id) {
        return id.startsWith(PREFIX);
    }

    /** Adds the class loader of an Eclipse bundle, if the bundle is part of the program. */
    void addBundle(String id, ClassLoader loader) {
        if (isBundle(id)) {
            loaders.add(loader);
        }
    }

    /** Returns whether a class is part of the program. */
    boolean contains(Class<?> type) {
        return type.getName().startsWith(PREFIX) && loaders.contains(type.getClassLoader());
    }

    /** Returns the name of a contribution for a message: its class if it is part of the program, or else its origin. */
    String name(Object contribution) {
        return contains(contribution.getClass()) && !(contribution instanceof FolderPack)
                ? contribution.getClass().getName()
                : origin(contribution);
    }

    /** Returns where a contribution is from: the folder of a pack, or the class with its jar. */
    static String origin(Object contribution) {
        return contribution instanceof FolderPack pack
                ? pack.folder().toString()
                : name(contribution.getClass().getName(), source(contribution.getClass()));
    }

    /** Returns the name of a class for a message, with the jar or folder that it is from; without it if it is empty. */
    static String name(String className, String source) {
        return source.isEmpty() ? className : className + " (" + source + ")";
    }

    private static String source(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "" : fileName(source.getLocation());
    }

    /** Returns the name of the jar or folder of a URL such as <code>jar:file:/plugins/a.jar!/META-INF/…</code>. */
    static String fileName(URL url) {
        return path(url).replaceFirst("!/.*", "").replaceFirst(".*[/\\\\](?=.)", "");
    }

    /**
     * Returns a URL of a file or of a file in a jar as a path for the user, such as <code>/plugins/a.jar!/b.tsv</code>.
     */
    static String path(URL url) {
        var text = url.toString().replaceFirst("^jar:", "");
        try {
            var inJar = text.indexOf("!/");
            var file = Path.of(URI.create(inJar < 0 ? text : text.substring(0, inJar)))
                    .toString();
            return inJar < 0 ? file : file + URLDecoder.decode(text.substring(inJar), StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            return text;
        }
    }
}
