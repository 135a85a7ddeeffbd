/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads the classes of plug-ins from jars. Calls with which they would end the program are disabled. */
final class PluginLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    PluginLoader(List<URL> jars, ClassLoader parent) {
        super("bieumau plug-ins", jars.toArray(URL[]::new), parent);
    }

    @Override
    protected Class<?> findClass(@Nullable String className) throws ClassNotFoundException {
        var name = Objects.requireNonNull(className);
        var resource = findResource(name.replace('.', '/') + ".class");
        if (resource == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            var connection = (JarURLConnection) resource.openConnection();
            connection.setUseCaches(false);
            byte[] file;
            try (var in = connection.getInputStream()) {
                file = in.readAllBytes();
            }
            var safe = ExitCalls.refuse(file);
            return safe == file
                    ? super.findClass(name)
                    : defineClass(name, safe, 0, safe.length, new CodeSource(connection.getJarFileURL(), (CodeSigner[])
                            null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
