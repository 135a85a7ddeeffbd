/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bieumau.testing.ExternalTool;

/** A PostgreSQL server on the loopback, with a database of its own in a temporary folder. */
final class PostgresServer implements AutoCloseable {

    static final String PASSWORD = "mật khẩu";

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server. Skips the test, or lets it fail, if PostgreSQL is not installed. */
    static PostgresServer start() throws IOException {
        var folder = Files.createTempDirectory("postgres");
        if (isRoot()) {
            // PostgreSQL refuses to run as root.
            run(List.of("chown", "nobody", folder.toString()));
        }
        var password = Files.writeString(Files.createTempFile("password", ".txt"), PASSWORD);
        if (isRoot()) {
            run(List.of("chown", "nobody", password.toString()));
        }
        var server = new PostgresServer(folder, freePort());
        server.tool(
                "initdb",
                "-D",
                server.data(),
                "-U",
                "chu",
                "-A",
                "scram-sha-256",
                "--pwfile",
                password.toString(),
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync");
        Files.delete(password);
        server.begin();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    void begin() throws IOException {
        tool(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
                "start");
    }

    /** Stops the server at once, as if its machine failed. */
    void stop() throws IOException {
        tool("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(url(), "chu", PASSWORD);
    }

    @Override
    public void close() throws IOException {
        stop();
        if (isRoot()) {
            run(List.of("rm", "-r", folder.toString()));
        } else {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void tool(String name, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(program(name)
                .orElseGet(ExternalTool.INITDB::path)
                .resolveSibling(name)
                .toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    /** Returns the program in the folders of Debian, which are not on the path. */
    private static Optional<Path> program(String name) throws IOException {
        var versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (var folders = Files.list(versions)) {
            return folders.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static void run(List<String> command) throws IOException {
        var output = Files.createTempFile("postgres", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }
}
