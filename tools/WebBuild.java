/** Placeholder entry point: without a web folder there is nothing to build. */
void main(String[] args) {
    if (!java.nio.file.Files.exists(java.nio.file.Path.of(args[0]))) {
        IO.println("no web workspace");
    }
}
