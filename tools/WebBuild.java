import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings the built console into the class path: {@code java tools/WebBuild.java <web> <output>}.
 *
 * <p>npm runs only when an input changed, and installs only when the lock file changed; otherwise nothing is started
 * and the check costs a few tens of milliseconds. {@code GUILDHALL_WEB_SKIP=true} leaves the screens out.
 */
class WebBuild {

    private static final String NODE_PACKAGE_VERSION = "24.21.0";
    private static final Set<String> IGNORED =
            Set.of("node_modules", "dist", ".node", ".stamps", "e2e", "test-results", "playwright-report");

    private final Path web;
    private final Path output;
    private final Path stamps;
    private List<Path> searchPath = List.of();

    private WebBuild(Path web, Path output) {
        this.web = web;
        this.output = output;
        this.stamps = web.resolve("node_modules/.stamps");
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: java tools/WebBuild.java <web directory> <output directory>");
        }
        if (Boolean.parseBoolean(System.getenv("GUILDHALL_WEB_SKIP"))) {
            say("skipped (GUILDHALL_WEB_SKIP)");
            return;
        }
        new WebBuild(absolute(args[0]), absolute(args[1])).run();
    }

    private void run() throws Exception {
        var inputs = hash(inputs());
        var dist = web.resolve("apps/console/dist");
        var built = Files.exists(dist.resolve("index.html")) && inputs.equals(stamp("build"));
        if (!built) {
            requireNode();
            installIfLockChanged();
            npm("run", "build");
            write("build", inputs);
        }
        var copied = output.resolve(".web-stamp");
        if (Files.exists(copied) && Files.readString(copied).equals(inputs)) {
            say("up to date");
            return;
        }
        copy(dist, output);
        Files.writeString(copied, inputs);
        say("console copied to " + output);
    }

    private void installIfLockChanged() throws Exception {
        var lock = hash(List.of(web.resolve("package-lock.json"), web.resolve(".npmrc")));
        if (lock.equals(stamp("install"))) {
            return;
        }
        npm("ci", "--prefer-offline");
        write("install", lock);
    }

    /** Uses the Node on the path when it is new enough, else one that npm provisions beside the workspace. */
    private void requireNode() throws Exception {
        if (newEnough("node")) {
            return;
        }
        var bin = web.resolve(".node/node_modules/" + nodePackage() + "/bin");
        if (!Files.exists(bin.resolve("node"))) {
            say("Node 20.19 or newer was not found; provisioning " + NODE_PACKAGE_VERSION);
            try {
                npm("i", "--prefix", ".node", "--no-save", nodePackage() + "@" + NODE_PACKAGE_VERSION);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "The console needs Node 20.19+ and npm 9+ on the PATH (or set GUILDHALL_WEB_SKIP=true).", e);
            }
        }
        searchPath = List.of(bin);
        if (!newEnough(bin.resolve("node").toString())) {
            throw new IllegalStateException("The provisioned Node does not start; install Node 20.19+ by hand.");
        }
    }

    private static String nodePackage() {
        var os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").matches("aarch64|arm64") ? "arm64" : "x64";
        return "node-" + os + "-" + arch;
    }

    private static boolean newEnough(String node) throws InterruptedException {
        try {
            var process = new ProcessBuilder(node, "-p", "process.versions.node").start();
            var version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            var parts = version.split("\\.");
            var major = Integer.parseInt(parts[0]);
            return major > 20 || major == 20 && Integer.parseInt(parts[1]) >= 19;
        } catch (IOException | NumberFormatException absent) {
            return false;
        }
    }

    /** Runs npm; what it says is shown only when it fails. */
    private void npm(String... arguments) throws Exception {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<String>(List.of(windows ? "npm.cmd" : "npm"));
        command.addAll(List.of(arguments));
        say(String.join(" ", command));
        var spoken = Files.createTempFile("web-build", ".log");
        var builder = new ProcessBuilder(command)
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(spoken.toFile());
        builder.environment().put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        for (var first : searchPath) {
            builder.environment().merge("PATH", "", (path, none) -> first + java.io.File.pathSeparator + path);
        }
        var status = builder.start().waitFor();
        if (status != 0) {
            System.err.write(Files.readAllBytes(spoken));
            System.err.println("web: npm ended with " + status);
            System.exit(status);
        }
        Files.delete(spoken);
    }

    private List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(web, 1)) {
            var roots = files.filter(p -> !p.equals(web) && !IGNORED.contains(p.getFileName().toString()))
                    .toList();
            var all = new ArrayList<Path>();
            for (var root : roots) {
                collect(root, all);
            }
            all.sort(null);
            return all;
        }
    }

    private static void collect(Path path, List<Path> into) throws IOException {
        if (IGNORED.contains(path.getFileName().toString())) {
            return;
        }
        if (!Files.isDirectory(path)) {
            into.add(path);
            return;
        }
        try (Stream<Path> children = Files.list(path)) {
            for (var child : children.toList()) {
                collect(child, into);
            }
        }
    }

    private String hash(List<Path> files) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : files) {
            digest.update(web.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String stamp(String name) throws IOException {
        var file = stamps.resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void write(String name, String value) throws IOException {
        Files.createDirectories(stamps);
        Files.writeString(stamps.resolve(name), value);
    }

    /** Replaces what an earlier build left, so that no stale chunk is served. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (var path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (var path : files.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static void say(String message) {
        System.out.println("web: " + message);
    }
}
