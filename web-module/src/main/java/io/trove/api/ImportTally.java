package io.trove.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What became of the lines of an import until now. */
record ImportTally(long appended, long alreadyThere, long refused) {
    static final ImportTally NOTHING = new ImportTally(0, 0, 0);

    ImportTally plus(ImportTally more) {
        return new ImportTally(appended + more.appended, alreadyThere + more.alreadyThere, refused + more.refused);
    }

    /** The members of a line of progress. */
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("read", appended + alreadyThere + refused);
        members.put("appended", appended);
        members.put("alreadyThere", alreadyThere);
        members.put("refused", refused);
        return members;
    }
}
