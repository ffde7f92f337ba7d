package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class AppendOnPostgresIT extends AppendContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }
}
