package org.guildhall.access;

/**
 * A kind of file that a module lets people take out: what is the same for every such file.
 *
 * @param code of the job that writes it, {@code module.what}; stored jobs are found by it, so that it stays. The words of the
 *     file are those of this module.
 * @param asked the record that asks for one, stored with the job
 * @param permission who may take it out; its reach is the file's
 * @param name what the file's name begins with; the headings of its columns have it for a key among the module's words
 * @param act what the audit log calls it
 */
public record FileKind<A extends FileRequest>(
        String code, Class<A> asked, Permission permission, String name, String act) {

    /** The module whose words the file is written in. */
    String module() {
        return code.substring(0, code.indexOf('.'));
    }
}
