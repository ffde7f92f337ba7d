-- What the running application may do with the tree, its checkpoints and their audit, on databases that have roles.
${roles}REVOKE ALL ON tile, tile_hash, checkpoint, checkpoint_recent, cosignature, lease, audit, disagreement, witnessed FROM "${role}";
${roles}GRANT SELECT, INSERT ON tile, tile_hash, checkpoint, cosignature, disagreement TO "${role}";
${roles}GRANT SELECT, INSERT, DELETE ON checkpoint_recent TO "${role}";
${roles}GRANT SELECT, INSERT, UPDATE ON lease, audit, witnessed TO "${role}";
