package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class DryRunOnPostgresIT extends DryRunContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
