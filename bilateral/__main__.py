from bilateral.cli import main

raise SystemExit(main())
