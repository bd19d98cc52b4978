"""A whole object store (OpenStack Swift with its S3 interface) in one process and one folder, for tests.

    object-store.py FOLDER

Prints its port when it listens. Access key `test:office`, secret `secret`.
"""

import logging
import sys
from os import makedirs
from os.path import join

import eventlet

eventlet.patcher.monkey_patch(all=False, socket=True, select=True, thread=True)

from swift.common import utils  # noqa: E402

folder = sys.argv[1]
KINDS = ("account", "container", "object")


def write(name, text):
    with open(join(folder, name), "w") as file:
        file.write(text)
    return join(folder, name)


makedirs(join(folder, "disks", "disk"), exist_ok=True)
write("swift.conf", "[swift-hash]\nswift_hash_path_suffix = office\n[storage-policy:0]\nname = Only\ndefault = yes\n")
utils.set_swift_dir(folder)

from swift.common.ring import RingBuilder  # noqa: E402
from swift.common.wsgi import loadapp  # noqa: E402

COMMON = "swift_dir = {0}\ndevices = {0}/disks\nmount_check = false\n".format(folder)
SERVER = "[DEFAULT]\n" + COMMON + "[pipeline:main]\npipeline = {0}-server\n[app:{0}-server]\nuse = egg:swift#{0}\n"
PROXY = "[DEFAULT]\n" + COMMON + """
[pipeline:main]
pipeline = cache s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:s3api]
use = egg:swift#s3api
[filter:tempauth]
use = egg:swift#tempauth
user_test_office = secret .admin
[filter:slo]
use = egg:swift#slo
"""

sockets = {kind: eventlet.listen(("127.0.0.1", 0)) for kind in KINDS + ("proxy",)}

for kind in KINDS:
    builder = RingBuilder(part_power=1, replicas=1, min_part_hours=1)
    port = sockets[kind].getsockname()[1]
    builder.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1, "ip": "127.0.0.1", "port": port, "device": "disk"})
    builder.rebalance()
    builder.get_ring().save(join(folder, kind + ".ring.gz"))

quiet = logging.getLogger("quiet")
quiet.addHandler(logging.NullHandler())
quiet.propagate = False

for kind, socket in sockets.items():
    text = PROXY if kind == "proxy" else SERVER.format(kind)
    app = loadapp(write(kind + ".conf", text), allow_modify_pipeline=False)
    eventlet.spawn(eventlet.wsgi.server, socket, app, quiet)

print(sockets["proxy"].getsockname()[1], flush=True)
# Whoever started it closes its input, at the latest by ending.
eventlet.tpool.execute(sys.stdin.read)
